import type { Person } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import type { User } from '../users/user.ts'
import { userNamePattern } from '../users/user-names.ts'

const nameRule = new RegExp(userNamePattern)

export const nameSources = ['code', 'emailPrefix', 'email', 'enterpriseEmail', 'employeeNo'] as const
export type NameSource = (typeof nameSources)[number]

export const addressSources = ['email', 'enterpriseEmail', 'none'] as const
export const leaverRules = ['disable', 'delete'] as const

/** How people become users, and departments and groups become groups. */
export interface Mapping {
  /** What a user is named by: the first of these that the person has. */
  readonly names: readonly NameSource[]
  readonly email: (typeof addressSources)[number]
  /** Stands before the name of each group. */
  readonly groupPrefix: string
  /** What becomes of the users of people who are no longer chosen. */
  readonly leavers: (typeof leaverRules)[number]
}

export const usualMapping: Mapping = { names: ['email', 'code'], email: 'email', groupPrefix: '', leavers: 'disable' }

/** What a bridge says of a user; everything else of him it leaves as it is. */
export type UserFacts = Pick<User, 'name' | 'displayName' | 'email' | 'status' | 'externalId'>

/** Longest texts that a zone takes. */
const mostDisplayName = 256
const mostEmail = 128

/** The user that a person is to be, or why he can be none. */
export function userFacts(person: Person, { names, email: address }: Mapping): { facts: UserFacts } | { refusal: Refusal } {
  const name = names.map((source) => nameBy[source](person)).find((text) => text !== '')
  const email = address === 'none' ? '' : person[address]
  if (name === undefined) return { refusal: { fact: 'bridge_name_missing' } }
  if (!nameRule.test(name)) return { refusal: { fact: 'bridge_name_unfit', name } }
  if (person.name.length > mostDisplayName) {
    return { refusal: { fact: 'bridge_text_too_long', member: 'displayName', most: mostDisplayName } }
  }
  if (email.length > mostEmail) return { refusal: { fact: 'bridge_text_too_long', member: 'email', most: mostEmail } }
  const status = person.frozen || person.resignedAt !== null ? 'disabled' : 'enabled'
  return { facts: { name, displayName: person.name, email, status, externalId: person.id } }
}

const nameBy: Readonly<Record<NameSource, (person: Person) => string>> = {
  code: ({ code }) => code,
  emailPrefix: ({ email, enterpriseEmail }) => (email || enterpriseEmail).split('@')[0] ?? '',
  email: ({ email }) => email,
  enterpriseEmail: ({ enterpriseEmail }) => enterpriseEmail,
  employeeNo: ({ employeeNo }) => employeeNo,
}
