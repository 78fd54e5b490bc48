import type { Reader } from '../../storage/store.ts'
import { findGroup } from '../../storage/tables/groups.ts'
import { Refused } from '../refusals.ts'
import { type Group, groupFrom } from './group.ts'

/** Refuses with `group_not_found`. */
export async function groupNow(reader: Reader, zone: string, group: string): Promise<Group> {
  const row = await reader.first(findGroup, { zone, group })
  if (!row) throw new Refused({ fact: 'group_not_found', group })
  return groupFrom(row)
}
