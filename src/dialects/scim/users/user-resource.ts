import { hash } from 'node:crypto'
import type { User } from '../../../directory/users/user.ts'
import { etagOf } from '../entity-tag.ts'
import { type Resource, wireTime } from '../resource.ts'
import { enterpriseUserSchema } from '../schemas/enterprise-user.ts'
import { userSchema } from '../schemas/user.ts'
import { shownEmails } from './shown-emails.ts'

/** A group that a user is in. */
export interface JoinedGroup {
  readonly id: string
  readonly name: string
}

export function userLocation(base: string, id: string): string {
  return `${base}/Users/${id}`
}

/**
 * A user as this wire shows it: what the directory holds, over the further attributes that the source keeps with it. `groups` is left out where
 * nobody asked for it.
 */
export function userResource(user: User, groups: readonly JoinedGroup[] | undefined, base: string): Resource {
  const { name: kept, emails, externalId: _, ...profile } = user.profile as Record<string, unknown>
  const name = nameOf(user, kept)
  const addresses = shownEmails(user.email, emails)
  const enterprise = Object.hasOwn(profile, enterpriseUserSchema.id)
  return {
    schemas: [userSchema.id, ...(enterprise ? [enterpriseUserSchema.id] : [])],
    id: user.id,
    ...(user.externalId !== '' && { externalId: user.externalId }),
    userName: user.name,
    ...(name && { name }),
    ...(user.displayName !== '' && { displayName: user.displayName }),
    active: user.status === 'enabled',
    ...(addresses.length > 0 && { emails: addresses }),
    ...profile,
    ...(groups && groups.length > 0 && { groups: groups.map((group) => joined(group, base)) }),
    meta: {
      resourceType: 'User',
      created: wireTime(user.createdAt),
      lastModified: wireTime(user.updatedAt),
      location: userLocation(base, user.id),
      version: etagOf(user.version, groups && groups.length > 0 ? shortOf(groups) : ''),
    },
  }
}

function nameOf({ firstName, lastName }: User, kept: unknown): object | undefined {
  const name = {
    ...(typeof kept === 'object' && kept),
    ...(firstName !== '' && { givenName: firstName }),
    ...(lastName !== '' && { familyName: lastName }),
  }
  return Object.keys(name).length > 0 ? name : undefined
}

/** Who is in what changes without the user's version, and is shown with the user. */
function shortOf(groups: readonly JoinedGroup[]): string {
  return hash('sha256', JSON.stringify(groups.map(({ id, name }) => [id, name]))).slice(0, 12)
}

function joined({ id, name }: JoinedGroup, base: string): object {
  return { value: id, $ref: `${base}/Groups/${id}`, display: name, type: 'direct' }
}
