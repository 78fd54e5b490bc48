import { type Group, groupFrom } from '../../directory/groups/group.ts'
import { type User, userFrom } from '../../directory/users/user.ts'
import type { Schema } from '../../storage/schema.ts'
import type { ZoneRow } from '../../storage/schemas/zones.ts'
import type { Reader } from '../../storage/store.ts'
import { everyAccessRule, everyGroup, everyMembership, everyUser } from '../../storage/tables/contents.ts'
import { timeText } from './times.ts'

/** All that a zone holds. */
export interface ZoneContent {
  readonly row: ZoneRow
  readonly users: readonly User[]
  readonly groups: readonly Group[]
  /** Who is in a group, by the names of users. */
  readonly members: ReadonlyMap<string, readonly { readonly name: string; readonly joined_at: number }[]>
  /** What gives a user or group access. */
  readonly access: ReadonlyMap<string, readonly Schema['access_rules'][]>
}

export async function readZone(reader: Reader, row: ZoneRow): Promise<ZoneContent> {
  const zone = row.id
  return {
    row,
    users: (await reader.all(everyUser, { zone })).map(userFrom),
    groups: (await reader.all(everyGroup, { zone })).map(groupFrom),
    members: Map.groupBy(await reader.all(everyMembership, { zone }), ({ group_id }) => group_id),
    access: Map.groupBy(await reader.all(everyAccessRule, { zone }), ({ principal }) => principal),
  }
}

/** A zone as a document writes it, without what it holds. */
export function zoneContent({ id, name, synchronization, quotas, adoption, created_at, updated_at }: ZoneRow) {
  return {
    name,
    id,
    synchronization,
    adoption,
    quotas: JSON.parse(quotas) as Record<string, number>,
    createdAt: timeText(created_at),
    updatedAt: timeText(updated_at),
  }
}

/** How often it was changed stays behind: a version counts from when a thing was made here. */
export function userContent({ name, createdAt, updatedAt, version: _, ...user }: User) {
  return { name, ...user, createdAt: timeText(createdAt), updatedAt: timeText(updatedAt) }
}

/** When its members changed follows from when they joined, but for those who left. */
export function groupContent({
  name,
  memberCount: _,
  membersChangedAt: __,
  createdAt,
  updatedAt,
  version: ___,
  namesVersion: ____,
  ...group
}: Group) {
  return { name, ...group, createdAt: timeText(createdAt), updatedAt: timeText(updatedAt) }
}

export function accessContent({ kind, target_uin, created_at }: Schema['access_rules']) {
  return { kind, account: target_uin, createdAt: timeText(created_at) }
}
