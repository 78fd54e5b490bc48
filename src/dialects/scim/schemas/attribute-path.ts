import type { Attribute } from './attribute.ts'
import { ownAttributes, type ResourceType } from './resource-type.ts'

/** An attribute of a resource, found by what a client calls it. */
export interface AttributePath {
  /** The extension's URN as our schema spells it, where the attribute belongs to one. */
  readonly extension?: string
  readonly attribute: Attribute
  /** The sub-attribute, where one was named. */
  readonly sub?: Attribute
}

/**
 * What a client names: `name.givenName`, `emails`, or with a URN before it, in any letter case. Undefined when the type has no such attribute. A URN
 * alone is no attribute: see `extensionNamed`.
 */
export function findAttribute(type: ResourceType, named: string): AttributePath | undefined {
  const { extension, rest } = withoutUrn(type, named)
  if (rest === undefined) return undefined
  const [first = '', second, ...more] = rest.split('.')
  const known = extension === undefined ? ownAttributes(type) : extension.attributes
  const attribute = byName(known, first)
  if (!attribute || more.length > 0) return undefined
  const found = { ...(extension && { extension: extension.id }), attribute }
  if (second === undefined) return found
  const sub = byName(attribute.subAttributes ?? [], second)
  return sub && { ...found, sub }
}

/**
 * The same, and an attribute that only an extension has without its URN too: the standard asks for it, and Entra ID filters by `manager` alone and
 * writes that path.
 */
export function findBareAttribute(type: ResourceType, named: string): AttributePath | undefined {
  const found = findAttribute(type, named)
  if (found || /^urn:/i.test(named)) return found
  for (const { id } of type.extensions) {
    const extended = findAttribute(type, `${id}:${named}`)
    if (extended) return extended
  }
  return undefined
}

/** The extension whose URN this is, in any letter case. */
export function extensionNamed({ extensions }: ResourceType, urn: string): ResourceType['schema'] | undefined {
  return extensions.find(({ id }) => id.toLowerCase() === urn.toLowerCase())
}

export function byName(attributes: readonly Attribute[], name: string): Attribute | undefined {
  const folded = name.toLowerCase()
  return attributes.find((each) => each.name.toLowerCase() === folded)
}

function withoutUrn(type: ResourceType, named: string): { extension?: ResourceType['schema']; rest?: string } {
  if (!/^urn:/i.test(named)) return { rest: named }
  const folded = named.toLowerCase()
  const schema = [type.schema, ...type.extensions].find(({ id }) => folded.startsWith(`${id.toLowerCase()}:`))
  if (!schema) return {}
  const rest = named.slice(schema.id.length + 1)
  return schema === type.schema ? { rest } : { extension: schema, rest }
}
