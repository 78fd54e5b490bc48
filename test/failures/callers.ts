import { type Client, sdkClient } from '../kit/clients.ts'
import { setQuotas, type TestAccount, type TestZone } from '../kit/directory.ts'
import type { TestServer } from '../kit/server.ts'

/** How many call at the same time. */
export const callers = 64

/** One official client of this account for each caller, spread over the servers. */
export function clientsOf({ key }: TestAccount, servers: readonly TestServer[]): Client[] {
  const endpoint = (index: number) => `127.0.0.1:${servers[index % servers.length]?.port}`
  return Array.from({ length: callers }, (_, index) => sdkClient(key, { endpoint: endpoint(index) }))
}

/** How often each outcome came: `OK` or the code. */
export async function tally(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const outcomes = await Promise.allSettled(calls)
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) {
    const name = outcome.status === 'fulfilled' ? 'OK' : String((outcome.reason as { code?: string }).code ?? outcome.reason)
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

export async function setQuota(servers: readonly TestServer[], place: TestZone, name: string, limit: number): Promise<void> {
  await setQuotas(servers[0] as TestServer, place, { [name]: limit })
}
