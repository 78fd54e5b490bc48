import { readDocument } from '../documents/read-document.ts'
import { withoutUrns } from '../documents/without-urns.ts'
import { externalIdOf } from '../external-id.ts'
import { memberIds, requireId } from '../patch/member-ids.ts'
import { groupType } from '../schemas/resource-type.ts'
import { groupName } from './group-name.ts'

/** A group as a source sent it whole. */
export interface SentGroup {
  readonly name: string
  readonly externalId: string
  /** Ids of users; absent where nothing was said of members, which is not the same as saying that there are none. */
  readonly members?: readonly string[]
}

/** A list that is null was not said: programs write that for what they don't know. Refuses what the attributes' definitions or the directory's limits don't allow. */
export function readGroupDocument(body: Readonly<Record<string, unknown>>): SentGroup {
  const sent = withoutUrns(groupType, body)
  const { displayName, externalId, members } = readDocument(groupType, sent)
  const said = Object.entries(sent).find(([name, value]) => name.toLowerCase() === 'members' && value !== null)
  return {
    name: groupName(displayName),
    externalId: externalIdOf(externalId),
    ...(said && { members: allNamed(memberIds(members ?? [], 'members'), said[1]) }),
  }
}

/** Reading drops a member that says nothing of itself. A list of such members would be one of nobody, and take everybody out of the group. */
function allNamed(ids: readonly string[], sent: unknown): readonly string[] {
  const entries = Array.isArray(sent) ? sent.length : 1
  return ids.length === entries ? ids : [requireId(undefined, 'members')]
}
