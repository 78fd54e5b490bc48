import { changeMemberships } from '../../src/directory/groups/change-memberships.ts'
import { SqliteStore } from '../../src/storage/engines/sqlite.ts'
import { dataSet, zoneId } from '../data/data-set.ts'
import { callsOf } from '../load/calls.ts'
import type { Job, SignedPattern } from '../load/jobs.ts'

/** The floor under a change: the same durable transaction by the same command, without HTTP around it; as many callers wait at a time. */
const store = new SqliteStore({ folder: process.argv[2] as string })

export interface BareResult {
  readonly requests: number
  readonly seconds: number
}

async function perform(job: Job<SignedPattern>): Promise<BareResult> {
  const kind = job.pattern === 'add' ? 'add' : 'remove'
  const changes = callsOf(job, dataSet(job.scale)).map(({ body }) => {
    const { GroupId, UserId } = body as { GroupId: string; UserId: string }
    return { kind, group: GroupId, user: UserId } as const
  })
  let next = 0
  const caller = async () => {
    for (let change = changes[next++]; change; change = changes[next++]) {
      const requestId = `bare-${next}`
      const origin = { actor: 'bench', account: 1, dialect: 'bench', operation: 'bare', requestId, at: Date.now() }
      const outcome = await store.submit(changeMemberships, zoneId, origin, change)
      if (!outcome.done) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: job.connections }, caller))
  return { requests: changes.length, seconds: (performance.now() - startedAt) / 1000 }
}

process.on('message', (job: Job<SignedPattern>) => {
  perform(job).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
process.on('disconnect', () => {
  store.close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
