import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { asAttribute, type Document } from '../documents/read-document.ts'
import { type Reading, readValue, unknownPart } from '../documents/read-value.ts'
import type { Attribute } from '../schemas/attribute.ts'
import { byName } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import { type ScimError, scimError } from '../scim-error.ts'
import { foldedMembers } from './folded-members.ts'
import { namedValue } from './named-value.ts'
import { patchList } from './patch-list.ts'
import { namesSchema, type PlacedOperation } from './placed-operations.ts'
import { removeParts } from './remove-parts.ts'
import { isSame } from './same-value.ts'
import { onlyOf, singleValue } from './single-value.ts'

/** Where an operation works: the document, or the part of it that an extension has. */
type Part = Record<string, unknown>

const refusing: Reading = { unknown: 'refused' }

/** A document after the operations, one after the other (RFC 7644 §3.5.2). The given one stays as it is. */
export function patchDocument(type: ResourceType, document: Document, operations: readonly PlacedOperation[]): Document {
  const patched: Part = structuredClone(document) as Part
  for (const operation of operations) {
    const { extension, attribute } = operation.path
    if (!attribute) patchOne(patched, asAttribute(extension.id, extension.attributes), operation)
    else if (!extension) patchAttribute(type, patched, attribute, operation)
    else {
      const part = { ...(patched[extension.id] as object | undefined) }
      patchAttribute(type, part, attribute, operation)
      put(patched, extension.id, part)
    }
  }
  return patched
}

function patchAttribute(type: ResourceType, part: Part, attribute: Attribute, operation: PlacedOperation): void {
  if (attribute.multiValued) put(part, attribute.name, patchList(type, part[attribute.name] as object[] | undefined, attribute, operation))
  else if ('sub' in operation.path && operation.path.sub) {
    const whole: Part = { ...(part[attribute.name] as Part | undefined) }
    patchOne(whole, operation.path.sub, operation)
    if (operation.path.sub.name === 'value' && (operation.op !== 'remove' || whole.value === undefined)) delete whole.$ref
    put(part, attribute.name, whole)
  } else patchOne(part, attribute, operation)
}

/** An attribute with one value; null takes it away. */
function patchOne(part: Part, attribute: Attribute, operation: PlacedOperation): void {
  const sent = attribute.type === 'complex' ? onlyOf(operation.value) : singleValue(operation.value)
  if (operation.op === 'remove') removeOne(part, attribute, operation)
  else if (sent === null) takeAway(part, attribute, operation)
  else if (attribute.type === 'complex' && isJsonObject(sent))
    put(part, attribute.name, merged(part[attribute.name], attribute, operation, sent))
  else put(part, attribute.name, readValue(attribute, sent, attribute.name, refusing))
}

/** A removal that says a value takes that one away and no other: what is something else stays. */
function removeOne(part: Part, attribute: Attribute, operation: PlacedOperation): void {
  const { name, type, required } = attribute
  const { valued, value, at } = operation
  if (required || !valued || value === null) takeAway(part, attribute, operation)
  else if (type === 'complex') put(part, name, removeParts(part[name], attribute, onlyOf(value), at))
  else if (isSame(attribute, part[name], namedValue(attribute, name, operation))) delete part[name]
}

/** What a complex value has stays where the operation does not speak of it, but for a reference to what it had another `value` for. */
function merged(now: unknown, attribute: Attribute, operation: PlacedOperation, sent: object): Part {
  const whole = { ...(now as Part | undefined) }
  const parts = [...foldedMembers(sent, () => ({ en: attribute.name, zh: attribute.name }))]
  for (const [name, value] of parts) {
    if (namesSchema(attribute.name, name, value)) continue
    const sub = byName(attribute.subAttributes ?? [], name)
    if (!sub) throw unknownPart(attribute.name, name)
    if (sub.mutability !== 'readOnly') patchOne(whole, sub, { ...operation, value })
  }
  if (parts.some(([name]) => name === 'value') && !parts.some(([name]) => name === '$ref')) delete whole.$ref
  return whole
}

function takeAway(part: Part, attribute: Attribute, { at }: PlacedOperation): void {
  if (attribute.required) throw stays(attribute, at)
  delete part[attribute.name]
}

/** What has nothing in it is not there. */
function put(part: Part, name: string, value: unknown): void {
  const empty = value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  if (empty) delete part[name]
  else part[name] = value
}

/** The standard's answer to the removal of what is required (RFC 7644 §3.5.2.2). */
function stays({ name }: Attribute, at: number): ScimError {
  return scimError(
    'mutability',
    `Operation ${at} leaves no ${name}, which is required. Replace it instead; nothing was changed.`,
    `第 ${at} 个操作会移除必填项 ${name}，请改用 replace，未作任何变更。`,
  )
}
