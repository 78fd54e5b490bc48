import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'

/** `user_id` is the company's own, `open_id` differs by app, `union_id` by developer. */
export const userIdTypes = ['open_id', 'union_id', 'user_id'] as const
export type UserIdType = (typeof userIdTypes)[number]

export const departmentIdTypes = ['open_department_id', 'department_id'] as const
export type DepartmentIdType = (typeof departmentIdTypes)[number]

/** What one app's ids of people are made with: sixteen bytes each. */
export interface IdKeys {
  readonly open: KeyObject
  readonly union: KeyObject
}

/** 32 hexadecimal digits of a key of 16 bytes. */
export function idKey(hex: string): KeyObject {
  return createSecretKey(Buffer.from(hex, 'hex'))
}

/**
 * A person's id (32 hexadecimal digits) as one block under the app's or the developer's key: other apps see another id, nothing is stored for it,
 * and it is read back without a table.
 */
function sealed(id: string, key: KeyObject): string {
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false)
  return cipher.update(id, 'hex', 'hex') + cipher.final('hex')
}

function opened(hex: string, key: KeyObject): string {
  const decipher = createDecipheriv('aes-128-ecb', key, null).setAutoPadding(false)
  return decipher.update(hex, 'hex', 'hex') + decipher.final('hex')
}

/** The id of a person for one app: `ou_` and 32 hexadecimal digits. */
export const openId = (person: string, { open }: Pick<IdKeys, 'open'>): string => `ou_${sealed(person, open)}`

/** The id of a person for the apps of one developer: `on_` and 32 hexadecimal digits. */
export const unionId = (person: string, { union }: Pick<IdKeys, 'union'>): string => `on_${sealed(person, union)}`

const forms = { open_id: /^ou_[0-9a-f]{32}$/, union_id: /^on_[0-9a-f]{32}$/ }

/** The name by which the directory finds a person: `['id', …]` or `['code', …]`; undefined for a text that no id of the type has the form of. */
export function personName(text: string, type: UserIdType, keys: IdKeys): readonly ['id' | 'code', string] | undefined {
  if (type === 'user_id') return /^[^\s]{1,64}$/u.test(text) ? ['code', text] : undefined
  if (!forms[type].test(text)) return undefined
  return ['id', opened(text.slice(3), type === 'open_id' ? keys.open : keys.union)]
}

/** The name by which the directory finds a department. */
export function departmentName(text: string, type: DepartmentIdType): readonly ['id' | 'code', string] | undefined {
  if (type === 'open_department_id') return /^(0|od-[0-9a-f]{32})$/.test(text) ? ['id', text] : undefined
  return /^[a-zA-Z0-9][a-zA-Z0-9_\-@.]{0,63}$/.test(text) ? ['code', text] : undefined
}
