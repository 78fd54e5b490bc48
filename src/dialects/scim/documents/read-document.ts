import { isJsonObject } from '../../../contract/json/parse-json.ts'
import type { Attribute } from '../schemas/attribute.ts'
import { byName } from '../schemas/attribute-path.ts'
import { ownAttributes, type ResourceType } from '../schemas/resource-type.ts'
import { scimError } from '../scim-error.ts'
import { readValue } from './read-value.ts'

/** A resource as its client describes it: attributes by their own names, those of an extension under its URN. */
export type Document = Readonly<Record<string, unknown>>

/**
 * A whole resource that was sent, by the attributes that its type has. What the server keeps and what no schema has is passed over (RFC 7644 §3.3
 * and §3.5.1); refuses values of another type, and `schemas` that leave the resource's own out.
 */
export function readDocument(type: ResourceType, body: unknown): Document {
  const { extensions } = type
  const document: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(isJsonObject(body) ? body : {})) {
    const extension = extensions.find((each) => each.id.toLowerCase() === name.toLowerCase())
    if (extension) {
      const read = readValue(asAttribute(extension.id, extension.attributes), value, extension.id, { unknown: 'ignored' })
      if (read !== undefined) document[extension.id] = read
      continue
    }
    const attribute = byName(ownAttributes(type), name)
    if (attribute?.name === 'schemas') requireSchema(type.schema.id, value)
    else if (attribute && attribute.mutability !== 'readOnly') {
      const read = readValue(attribute, value, attribute.name, { unknown: 'ignored' })
      if (read !== undefined) document[attribute.name] = read
    }
  }
  return document
}

/** An extension is read as an attribute that has its attributes as parts. */
export function asAttribute(name: string, subAttributes: readonly Attribute[]): Attribute {
  return {
    name,
    type: 'complex',
    multiValued: false,
    description: '',
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    subAttributes,
  }
}

/** Left out, they go without saying; other schemas beside it are passed over. */
function requireSchema(id: string, sent: unknown): void {
  const named = Array.isArray(sent) ? sent : []
  if (named.some((each) => typeof each === 'string' && each.toLowerCase() === id.toLowerCase())) return
  throw scimError('invalidSyntax', `schemas must be a list with "${id}".`, `schemas 必须是包含 "${id}" 的列表。`)
}
