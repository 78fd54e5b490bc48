import { keepable } from '../../../contract/json/keepable.ts'
import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { named } from '../../../contract/shown.ts'
import type { Attribute } from '../schemas/attribute.ts'
import { byName } from '../schemas/attribute-path.ts'
import { type ScimError, scimError } from '../scim-error.ts'

/** How a value is read. */
export interface Reading {
  /** Names of no attribute: passed over, as when a whole resource is sent, or refused, as when a change of it is. */
  readonly unknown: 'ignored' | 'refused'
}

/**
 * A sent value in the form that the attribute's definition gives it: names as the schema spells them, a list where it has several, true and false
 * also for their names as text. Undefined is what stands for nothing: null, and what is empty. `where` names it in a refusal.
 */
export function readValue(attribute: Attribute, sent: unknown, where: string, reading: Reading): unknown {
  if (sent === undefined || sent === null) return undefined
  if (!attribute.multiValued) return readOne(attribute, sent, where, reading)
  const values = (Array.isArray(sent) ? sent : [sent])
    .map((each) => readOne(attribute, each, where, reading))
    .filter((each) => each !== undefined)
  return values.length > 0 ? values : undefined
}

/** The same of one value of a list, or of the only one. */
export function readOne(attribute: Attribute, sent: unknown, where: string, reading: Reading): unknown {
  if (sent === null) return undefined
  switch (attribute.type) {
    case 'complex':
      return readComplex(attribute, sent, where, reading)
    case 'boolean':
      return readBoolean(sent, where)
    case 'integer':
    case 'decimal':
      if (typeof sent === 'number') return sent
      throw wrong(where, 'a number', '数字')
    case 'binary':
      if (typeof sent === 'string' && isBase64(sent)) return sent
      throw wrong(where, 'Base64', ' Base64 编码的文本')
    default:
      if (typeof sent === 'string' && keepable(sent)) return sent
      throw wrong(where, 'a text', '文本')
  }
}

/** RFC 7643 §2.3.6. Certificates are often wrapped into lines. */
function isBase64(sent: string): boolean {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(sent.replace(/\s+/g, ''))
}

/** Some clients write true and false as texts. */
function readBoolean(sent: unknown, where: string): boolean {
  if (typeof sent === 'boolean') return sent
  const word = typeof sent === 'string' ? sent.toLowerCase() : undefined
  if (word === 'true' || word === 'false') return word === 'true'
  throw wrong(where, 'true or false', 'true 或 false')
}

/** A bare text stands for an object with that `value`, where there is such a thing. */
function readComplex({ subAttributes = [] }: Attribute, sent: unknown, where: string, reading: Reading): object | undefined {
  const given = typeof sent === 'string' && byName(subAttributes, 'value') ? { value: sent } : sent
  if (!isJsonObject(given)) throw wrong(where, 'an object', '对象')
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    const sub = byName(subAttributes, name)
    if (!sub) {
      if (reading.unknown === 'refused') throw unknownPart(where, name)
      continue
    }
    if (sub.mutability === 'readOnly') continue
    if (Object.hasOwn(read, sub.name)) throw wrong(where, `an object that names ${sub.name} once`, `仅出现一次 ${sub.name} 的对象`)
    const kept = readValue(sub, value, `${where}.${sub.name}`, reading)
    if (kept !== undefined) read[sub.name] = kept
  }
  return Object.keys(read).length > 0 ? read : undefined
}

export function wrong(where: string, en: string, zh: string): ScimError {
  return scimError('invalidValue', `${where} must be ${en}. Nothing was changed.`, `${where} 必须是${zh}，未作任何变更。`)
}

export function unknownPart(where: string, name: string): ScimError {
  const part = named(name)
  return scimError(
    'invalidPath',
    `${where} has no ${part}. GET /Schemas lists what there is; nothing was changed.`,
    `${where} 没有 ${part}，可用属性见 GET /Schemas，未作任何变更。`,
  )
}
