import type { Resource } from '../resource.ts'
import type { Attribute } from '../schemas/attribute.ts'
import { ownAttributes } from '../schemas/resource-type.ts'
import type { Named, Projection } from './projection.ts'

type Values = Readonly<Record<string, unknown>>

/** So much of a resource as was asked for. What is always returned stays, what never is goes, whatever was asked. */
export function project(resource: Resource, projection: Projection): object {
  const { type } = projection
  const core = projected(resource, ownAttributes(type), undefined, projection)
  const extensions = type.extensions.flatMap(({ id, attributes }) => {
    const values = resource[id]
    if (typeof values !== 'object' || values === null) return []
    const shown = projected(values as Values, attributes, id, projection)
    return Object.keys(shown).length > 0 ? [[id, shown]] : []
  })
  return { ...core, ...Object.fromEntries(extensions) }
}

function projected(values: Values, attributes: readonly Attribute[], extension: string | undefined, projection: Projection): Values {
  const byName = new Map(attributes.map((attribute) => [attribute.name, attribute]))
  const shown: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const attribute = byName.get(name)
    const kept = attribute && partShown(attribute, value, extension, projection)
    if (kept !== undefined) shown[name] = kept
  }
  return shown
}

function partShown(attribute: Attribute, value: unknown, extension: string | undefined, { only, without }: Projection): unknown {
  if (attribute.returned === 'never') return undefined
  if (attribute.returned === 'always') return value
  const about = (list: readonly Named[]) =>
    list.filter((each) => each.extension === extension && (each.attribute === undefined || each.attribute === attribute))
  if (only) return partNamed(value, about(only))
  if (attribute.returned === 'request') return undefined
  return without ? partLeft(value, about(without)) : value
}

/** What a list of names takes of a value: all of it where it is named itself, else the sub-attributes that are. */
function partNamed(value: unknown, named: readonly Named[]): unknown {
  if (named.length === 0) return undefined
  const subs = subNames(named)
  return subs === undefined ? value : eachWith(value, (name) => subs.has(name))
}

function partLeft(value: unknown, named: readonly Named[]): unknown {
  if (named.length === 0) return value
  const subs = subNames(named)
  return subs === undefined ? undefined : eachWith(value, (name) => !subs.has(name))
}

/** The sub-attributes that are named; undefined when the whole attribute is. */
function subNames(named: readonly Named[]): ReadonlySet<string> | undefined {
  const names = named.map((each) => each.attribute && each.sub?.name)
  return names.includes(undefined) ? undefined : new Set(names as string[])
}

/** A complex value, or each of a list, with so many of its members; nothing where none is left. */
function eachWith(value: unknown, keeps: (name: string) => boolean): unknown {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => eachWith(entry, keeps)).filter((entry) => entry !== undefined)
    return entries.length > 0 ? entries : undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const kept = Object.entries(value).filter(([name]) => keeps(name))
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
