import { fitsSyncedGroup, mostSyncedGroupName } from '../../../directory/groups/group-names.ts'
import { scimError } from '../scim-error.ts'

/** A group's name as a source may give it. */
export function groupName(sent: unknown): string {
  if (typeof sent === 'string' && fitsSyncedGroup(sent)) return sent
  throw scimError(
    'invalidValue',
    `displayName of a group must be a text of 1 to ${mostSyncedGroupName} characters without control characters.`,
    `用户组的 displayName 必须是 1 至 ${mostSyncedGroupName} 个字符的文本，且不含控制字符。`,
  )
}
