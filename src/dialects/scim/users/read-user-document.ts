import { shown } from '../../../contract/shown.ts'
import type { SyncedUser } from '../../../directory/synchronization/synced-user.ts'
import { userNamePattern } from '../../../directory/users/user-names.ts'
import { requireFewValues } from '../documents/few-values.ts'
import { mergedValues } from '../documents/merged-values.ts'
import { type Document, readDocument } from '../documents/read-document.ts'
import { withoutUrns } from '../documents/without-urns.ts'
import { externalIdOf } from '../external-id.ts'
import type { Entry } from '../patch/list-entry.ts'
import { byName } from '../schemas/attribute-path.ts'
import { userType } from '../schemas/resource-type.ts'
import { userSchema } from '../schemas/user.ts'
import { type ScimError, scimError } from '../scim-error.ts'
import { type Email, mainEmail } from './shown-emails.ts'

/** A user as a source sent it whole; `status` only where it was said. Refuses what the attributes' definitions or the directory's limits don't allow. */
export function readUserDocument(body: Readonly<Record<string, unknown>>): SyncedUser {
  return syncedUser(eachOnce(readDocument(userType, withoutUrns(userType, body))))
}

/** A document that has no value of a list twice, as a user is not to be shown so (RFC 7643 §2.4). */
function eachOnce(document: Document): Document {
  const once = Object.entries(document).map(([name, value]): [string, unknown] => {
    const attribute = Array.isArray(value) ? byName(userSchema.attributes, name) : undefined
    return [name, attribute ? mergedValues(attribute, [], value as Entry[]) : value]
  })
  return Object.fromEntries(once)
}

/**
 * What the directory is to hold of a document: what it has places for, and everything else as it stands. Passwords are dropped here, at the door.
 */
export function syncedUser(document: Document): SyncedUser {
  const { userName, externalId, name, displayName, active, emails, password: _, ...further } = document
  const { givenName, familyName, ...restOfName } = (name ?? {}) as Record<string, string>
  const addresses = (emails ?? []) as Email[]
  requireSoundLists(document)
  const profile = {
    ...further,
    ...(Object.keys(restOfName).length > 0 && { name: restOfName }),
    ...(addresses.length > 0 && { emails: addresses }),
  }
  requireRoom(profile)
  return {
    name: userNameOf(userName),
    externalId: externalIdOf(externalId),
    firstName: within(givenName, 64, 'name.givenName'),
    lastName: within(familyName, 64, 'name.familyName'),
    displayName: within(displayName, 256, 'displayName'),
    email: within(addresses[mainEmail(addresses)]?.value, 128, 'emails.value'),
    ...(active !== undefined && { status: active === true ? 'enabled' : 'disabled' }),
    profile,
  }
}

/** The vendor's own rule for the names of users. */
const nameRule = new RegExp(userNamePattern)

function userNameOf(sent: unknown): string {
  if (typeof sent === 'string' && nameRule.test(sent)) return sent
  const [en, zh] = sent === undefined ? ['is required', '为必填项'] : [`cannot be ${shown(sent)}`, `不能为 ${shown(sent)}`]
  throw scimError(
    'invalidValue',
    `userName ${en}: 1 to 64 letters, digits and + = , . @ _ -. Map another attribute of your directory to it.`,
    `userName ${zh}，由 1 至 64 个字母、数字或 + = , . @ _ - 组成，请调整来源目录的属性映射。`,
  )
}

function within(sent: unknown, most: number, attribute: string): string {
  const text = typeof sent === 'string' ? sent : ''
  if ([...text].length <= most) return text
  throw tooLong(`${attribute} may have ${most} characters`, `${attribute} 最多 ${most} 个字符`)
}

/** Bytes of JSON that a source may keep with one user. */
const mostBytes = 16 * 1024

function requireRoom(profile: object): void {
  if (Buffer.byteLength(JSON.stringify(profile)) <= mostBytes) return
  throw tooLong(`the attributes of one user may have ${mostBytes} bytes together`, `一个用户的属性合计最多 ${mostBytes} 字节`)
}

function tooLong(en: string, zh: string): ScimError {
  return scimError('invalidValue', `Too long: ${en}. Nothing was changed.`, `内容过长：${zh}，未作任何变更。`)
}

/** Of several values at most one is the preferred one (RFC 7643 §2.4). */
function requireSoundLists(document: Document): void {
  for (const [name, values] of Object.entries(document)) {
    if (!Array.isArray(values)) continue
    requireFewValues(name, values)
    if (values.filter((each) => each?.primary === true).length < 2) continue
    throw scimError('invalidValue', `Only one value of ${name} can be primary.`, `${name} 中只能有一个值的 primary 为 true。`)
  }
}
