import type { OpenRows, Row } from '../bad-requests/rows.ts'

/** A user as its row has it; the profile is read. */
export interface StoredUser {
  readonly name: string
  readonly first_name: string
  readonly last_name: string
  readonly display_name: string
  readonly email: string
  readonly status: string
  readonly external_id: string
  readonly profile: Readonly<Record<string, unknown>>
  readonly owner: string
  readonly version: number
}

export interface StoredGroup {
  readonly name: string
  readonly external_id: string
  readonly owner: string
  readonly member_count: number
  readonly version: number
  /** In order. */
  readonly members: readonly string[]
}

/** All that the storage has of a zone. */
export interface Stored {
  readonly users: Readonly<Record<string, StoredUser>>
  readonly groups: Readonly<Record<string, StoredGroup>>
  /** How much has happened in it. */
  readonly events: number
}

/** Reads a zone past the server. */
export async function storedIn(rows: OpenRows, zone: string): Promise<Stored> {
  const of = (columns: string, table: string) => rows.all(`select ${columns} from ${table} where zone = '${zone}'`)
  const [users, groups, memberships, [events]] = await Promise.all([
    of('id, name, first_name, last_name, display_name, email, status, external_id, profile, owner, version', 'users'),
    of('id, name, external_id, owner, member_count, version', 'groups'),
    rows.all(`select g.id as group_id, u.id as user_id from memberships m
      join groups g on g.zone = m.zone and g.number = m.group_number
      join users u on u.zone = m.zone and u.number = m.user_number where m.zone = '${zone}'`),
    rows.all(`select count(*) as events from events where tenant = '${zone}'`),
  ])
  const members = Map.groupBy(memberships, ({ group_id }) => String(group_id))
  const inGroup = (id: string) => (members.get(id) ?? []).map(({ user_id }) => String(user_id)).sort()
  return {
    users: byId(users, (row) => ({ ...row, profile: JSON.parse(String(row.profile ?? '{}')), version: Number(row.version) })),
    groups: byId(groups, (row, id) => ({
      ...row,
      member_count: Number(row.member_count),
      version: Number(row.version),
      members: inGroup(id),
    })),
    events: Number(events?.events),
  }
}

function byId<Kept>(rows: readonly Row[], read: (row: Row, id: string) => object): Record<string, Kept> {
  return Object.fromEntries(rows.map(({ id, ...row }) => [id, read(row, String(id)) as Kept]))
}
