import { hash } from 'node:crypto'
import type { Group } from '../../../directory/groups/group.ts'
import { etagOf } from '../entity-tag.ts'
import { type Resource, wireTime } from '../resource.ts'
import { groupSchema } from '../schemas/group.ts'
import { userLocation } from '../users/user-resource.ts'

/** A user that is in a group. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly displayName: string
}

export function groupLocation(base: string, id: string): string {
  return `${base}/Groups/${id}`
}

/** A group as this wire shows it. `members` is left out where nobody asked for it; that they changed is a change of it all the same (RFC 7643 §3.1). */
export function groupResource(group: Group, members: readonly Member[] | undefined, base: string): Resource {
  return {
    schemas: [groupSchema.id],
    id: group.id,
    ...(group.externalId !== '' && { externalId: group.externalId }),
    displayName: group.name,
    ...(members && members.length > 0 && { members: members.map((member) => memberOf(member, base)) }),
    meta: {
      resourceType: 'Group',
      created: wireTime(group.createdAt),
      lastModified: wireTime(Math.max(group.updatedAt, group.membersChangedAt)),
      location: groupLocation(base, group.id),
      version: etagOf(group.version, members && members.length > 0 ? shortOf(members) : ''),
    },
  }
}

/** What members are called changes without the group's version, and is shown with the group. */
function shortOf(members: readonly Member[]): string {
  return hash('sha256', JSON.stringify(members.map(shownName))).slice(0, 12)
}

function memberOf(member: Member, base: string): object {
  return { value: member.id, $ref: userLocation(base, member.id), type: 'User', display: shownName(member) }
}

function shownName({ name, displayName }: Member): string {
  return displayName || name
}
