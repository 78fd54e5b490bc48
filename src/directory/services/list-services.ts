import type { Reader } from '../../storage/store.ts'
import { countDelegatesByService } from '../../storage/tables/service-delegations.ts'
import { folded } from '../users/user.ts'
import { type Service, services } from './services.ts'

export interface ServiceQuery {
  readonly organization: number
  /** A part of the name or the short name, whatever the letter case. */
  readonly text: string
  readonly offset: number
  readonly limit: number
}

/** Services with how many members administer each, in the order of their ids: one page, and how many match. */
export async function listServices(
  reader: Reader,
  query: ServiceQuery,
): Promise<{ total: number; items: (Service & { delegates: number })[] }> {
  const text = folded(query.text)
  const matching = services.filter(({ name, product }) => folded(name).includes(text) || product.includes(text))
  const counts = await reader.all(countDelegatesByService, { organization: query.organization })
  const counted = new Map(counts.map(({ service, n }) => [service, n]))
  const page = matching.slice(query.offset, query.offset + query.limit)
  return { total: matching.length, items: page.map((service) => ({ ...service, delegates: counted.get(service.id) ?? 0 })) }
}
