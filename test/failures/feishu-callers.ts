import type { Client } from '@larksuiteoapi/node-sdk'
import { feishuClient, type TestApp } from '../kit/feishu/company.ts'
import type { TestServer } from '../kit/server.ts'

/** How many call at the same time. */
export const callers = 32

/** One official client of this app for each caller, spread over the servers; each has its token before they start. */
export async function clientsOf({ app }: TestApp, servers: readonly TestServer[]): Promise<Client[]> {
  const clients = Array.from({ length: callers }, (_, index) => feishuClient((servers[index % servers.length] as TestServer).url, app))
  await Promise.all(clients.map((client) => client.tokenManager.getTenantAccessToken()))
  return clients
}

/** How often each outcome came: `0` or another code of the vendor. */
export async function tally(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const outcome of await Promise.allSettled(calls)) {
    const told = outcome.status === 'fulfilled' ? outcome.value : outcome.reason.response?.data
    const code = String((told as { code?: number } | undefined)?.code ?? (outcome.status === 'rejected' && outcome.reason))
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}
