import type { Stored, StoredUser } from '../storage-state.ts'
import type { Doc } from './user-steps.ts'
import type { Entry } from './values.ts'
import { Meaningless } from './verdicts.ts'

/** A stored user as SCIM describes it. */
export function docOf({ name: userName, first_name, last_name, display_name, status, external_id, profile }: StoredUser): Doc {
  const { name: kept, ...further } = profile
  const name = {
    ...(kept as object | undefined),
    ...(first_name !== '' && { givenName: first_name }),
    ...(last_name !== '' && { familyName: last_name }),
  }
  return {
    ...further,
    userName,
    active: status === 'enabled',
    ...(Object.keys(name).length > 0 && { name }),
    ...(display_name !== '' && { displayName: display_name }),
    ...(external_id !== '' && { externalId: external_id }),
  }
}

/** How the storage has a described user. Throws where it can't be had. */
export function rowOf(doc: Doc): Omit<StoredUser, 'owner' | 'version'> {
  const { userName, active, name, displayName, externalId, emails = [], password: _, ...profile } = doc
  const { givenName, familyName, ...restOfName } = (name ?? {}) as Record<string, string>
  if (typeof userName !== 'string' || !/^[A-Za-z0-9+=,.@_-]{1,64}$/.test(userName)) throw new Meaningless(`userName ${userName}`)
  for (const values of Object.values(doc)) {
    if (Array.isArray(values) && values.filter(({ primary }) => primary === true).length > 1) throw new Meaningless('two preferred ones')
  }
  const kept = {
    ...profile,
    ...(Object.keys(restOfName).length > 0 && { name: restOfName }),
    ...((emails as Entry[]).length > 0 && { emails }),
  }
  if (Buffer.byteLength(JSON.stringify(kept)) > 16 * 1024) throw new Meaningless('too much')
  return {
    name: userName,
    first_name: atMost(64, givenName),
    last_name: atMost(64, familyName),
    display_name: atMost(256, displayName),
    email: atMost(128, mainOf(emails as Entry[])),
    status: active === true ? 'enabled' : 'disabled',
    external_id: atMost(256, externalId),
    profile: kept,
  }
}

/** The preferred address, else the first for work, else the first. What has no value is no address. */
function mainOf(all: readonly Entry[]): unknown {
  const emails = all.filter(({ value }) => value !== undefined && value !== '')
  const preferred = emails.find(({ primary }) => primary === true)
  const forWork = emails.find(({ type }) => String(type).toLowerCase() === 'work')
  return (preferred ?? forWork ?? emails[0])?.value
}

function atMost(most: number, text: unknown): string {
  if (text === undefined) return ''
  if (typeof text !== 'string' || [...text].length > most) throw new Meaningless(`more than ${most} characters`)
  return text
}

/** Names and addresses are each user's own in a zone, whatever their case. */
export function requireFree({ users }: Stored, id: string, { name, email }: Pick<StoredUser, 'name' | 'email'>): void {
  for (const [other, row] of Object.entries(users)) {
    if (other === id) continue
    if (row.name.toLowerCase() === name.toLowerCase()) throw new Meaningless('a name that is taken')
    if (email !== '' && row.email.toLowerCase() === email.toLowerCase()) throw new Meaningless('an address that is taken')
  }
}
