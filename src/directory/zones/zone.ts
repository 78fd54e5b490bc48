import type { ZoneRow } from '../../storage/schemas/zones.ts'
import { type Quotas, quotasOf } from '../limits.ts'

/** An organization's space of users and groups. */
export interface Zone {
  readonly id: string
  readonly organization: number
  readonly name: string
  /** While it is on, synchronized users and groups belong to their source alone. */
  readonly synchronization: 'enabled' | 'disabled'
  readonly quotas: Quotas
  readonly userCount: number
  readonly groupCount: number
  /** Goes up with every change of what a user of the zone shows: what was remembered before is out of date. */
  readonly usersVersion: number
  /** Whether a source that creates a user takes over one of the same name that is kept by hand. */
  readonly adoption: 'never' | 'by_name'
  readonly createdAt: number
  readonly updatedAt: number
}

const parsed = new Map<string, Quotas>()

/** Quotas as they are kept: JSON of what differs from the defaults. Few texts ever exist, so each is parsed once. */
export function quotasIn(text: string): Quotas {
  const known = parsed.get(text)
  if (known) return known
  const quotas = quotasOf(JSON.parse(text) as Partial<Quotas>)
  if (parsed.size > 1000) parsed.clear()
  parsed.set(text, quotas)
  return quotas
}

export function zoneFrom(row: Omit<ZoneRow, 'users_made' | 'groups_made'>): Zone {
  return {
    id: row.id,
    organization: row.organization,
    name: row.name,
    synchronization: row.synchronization as Zone['synchronization'],
    quotas: quotasIn(row.quotas),
    userCount: row.user_count,
    groupCount: row.group_count,
    usersVersion: row.users_version,
    adoption: row.adoption as Zone['adoption'],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
