import { memberOfSourceGroup, type SourceGroup } from '../data/source-data.ts'
import { patchMember } from '../load/source-client.ts'
import { rounded } from '../report/statistics.ts'
import { atMost, targets, type Verdict } from '../report/targets.ts'
import { memoryOf } from '../servers/pinned.ts'
import { type ServerOptions, startServer } from '../servers/rollcall-server.ts'

export interface PatchMemory {
  /** MiB that the server took at most while its PATCHes went on. */
  readonly growth: { readonly inGroupOf1000: number; readonly inGroupOf100000: number }
  readonly verdict: Verdict
}

const removals = 50
const warmUps = 20

/**
 * How much memory a server takes while PATCHes remove members one after the other. One that read the list once would take more for it than is allowed
 * for all of them. It is fresh, and warm from changes of the smaller group only.
 */
export async function measurePatchMemory(options: ServerOptions): Promise<PatchMemory> {
  const server = await startServer(options)
  for (let time = 0; time < warmUps; time++) await growthOf(server, 'of-1000')
  const inGroupOf1000 = await growthOf(server, 'of-1000')
  const inGroupOf100000 = await growthOf(server, 'of-100000')
  await server.stop()
  const what = `memory taken by ${removals} SCIM PATCHes that remove one of 100000`
  return { growth: { inGroupOf1000, inGroupOf100000 }, verdict: atMost(what, inGroupOf100000, targets.patchMiB, 'MiB') }
}

/** Takes members out, and puts them back when that was measured. */
async function growthOf(server: { readonly pid: number; readonly port: number }, group: SourceGroup): Promise<number> {
  const users = Array.from({ length: removals }, (_, n) => memberOfSourceGroup(group, n))
  const before = memoryOf(server.pid).anonymous
  let most = before
  for (const user of users) {
    await patchMember(server, group, 'remove', user)
    most = Math.max(most, memoryOf(server.pid).anonymous)
  }
  for (const user of users) await patchMember(server, group, 'add', user)
  return rounded(most - before)
}
