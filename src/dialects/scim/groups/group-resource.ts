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

/** The entity tag of a group. Shown with its members it is another where one of them is called otherwise, which its row tells without reading them. */
export function groupTag({ version, namesVersion, memberCount }: Group, withMembers: boolean): string {
  return etagOf(version, withMembers && memberCount > 0 ? String(namesVersion) : '')
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
      version: groupTag(group, members !== undefined),
    },
  }
}

function memberOf({ id, name, displayName }: Member, base: string): object {
  return { value: id, $ref: userLocation(base, id), type: 'User', display: displayName || name }
}
