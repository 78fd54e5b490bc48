import type { Reader } from '../../storage/store.ts'
import { administeredEntities, countAdministeredEntities } from '../../storage/tables/entity-relations.ts'
import type { Page } from '../paging.ts'

/** A company in relation with the organization, with the member that administers its accounts. */
export interface AdministeredEntity {
  readonly id: number
  readonly name: string
  readonly manager: { readonly uin: number; readonly name: string }
}

export interface EntityQuery {
  readonly organization: number
  /** The whole name; all when absent. */
  readonly name?: string | undefined
  readonly offset: number
  readonly limit: number
}

/** The companies that have an administrator, in the order of their numbers, with how many there are. */
export async function listAdministeredEntities(reader: Reader, query: EntityQuery): Promise<Page<AdministeredEntity, never>> {
  const { organization, offset, limit } = query
  const name = query.name || null
  const counted = await reader.first(countAdministeredEntities, { organization, name })
  const rows = await reader.all(administeredEntities, { organization, name, offset, limit })
  const items = rows.map((row) => ({ id: row.id, name: row.name, manager: { uin: row.manager_uin, name: row.manager_name ?? '' } }))
  return { items, total: counted?.n ?? 0 }
}
