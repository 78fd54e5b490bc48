import { named } from '../../../contract/shown.ts'
import type { Attribute } from '../schemas/attribute.ts'
import { byName, findBareAttribute } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import type { Filter } from './filter.ts'
import { invalidFilter } from './invalid-filter.ts'
import { judgeOf } from './judge-value.ts'

/** Whether a resource is as a filter says. */
export type Test = (resource: object) => boolean

/** Where names are looked up: in a type of resource, or among the sub-attributes of one attribute. */
type Find = (path: string) => Found | 'elsewhere'

interface Found {
  /** Names of the members that lead to the values, as the resource spells them. */
  readonly way: readonly string[]
  readonly attribute: Attribute
  /** What it is compared as where it has no value. */
  readonly unsaid?: unknown
}

/**
 * A filter over resources of `type`. A name that only `others` know has no value here; one that nobody knows is refused with `invalidFilter`, and so is
 * what does not go with the type of an attribute.
 */
export function compileFilter(filter: Filter, type: ResourceType, others: readonly ResourceType[] = []): Test {
  return compiled(filter, (path) => {
    const found = findBareAttribute(type, path)
    if (found) {
      const { extension, attribute, sub } = found
      const way = [...(extension === undefined ? [] : [extension]), attribute.name, ...(sub ? [sub.name] : [])]
      return { way, attribute: sub ?? attribute }
    }
    if (others.some((other) => findBareAttribute(other, path))) return 'elsewhere'
    throw unknown(path)
  })
}

function compiled(filter: Filter, find: Find): Test {
  switch (filter.kind) {
    case 'and': {
      const tests = filter.parts.map((part) => compiled(part, find))
      return (resource) => tests.every((test) => test(resource))
    }
    case 'or': {
      const tests = filter.parts.map((part) => compiled(part, find))
      return (resource) => tests.some((test) => test(resource))
    }
    case 'not': {
      const test = compiled(filter.part, find)
      return (resource) => !test(resource)
    }
    case 'within':
      return withinTest(filter, find)
    default:
      return leafTest(filter, find)
  }
}

function withinTest({ path, part }: Extract<Filter, { kind: 'within' }>, find: Find): Test {
  const found = find(path)
  if (found === 'elsewhere') return () => false
  const { way, attribute } = found
  const subs = attribute.subAttributes
  if (!subs) throw invalidFilter(`${path} has no sub-attributes to filter by`, `${path} 没有可用于过滤的子属性`)
  const test = compiled(part, (name) => {
    const sub = byName(subs, name)
    if (!sub) throw unknown(`${path}.${name}`)
    return { way: [sub.name], attribute: sub, ...(isPreference(sub) && { unsaid: false }) }
  })
  return (resource) => valuesAt(resource, way).some((entry) => typeof entry === 'object' && entry !== null && test(entry))
}

/** One value of a list that does not say whether it is the preferred one is not (RFC 7643 §2.4). */
function isPreference({ name, type }: Attribute): boolean {
  return name === 'primary' && type === 'boolean'
}

function leafTest(filter: Extract<Filter, { kind: 'present' | 'compare' }>, find: Find): Test {
  const found = find(filter.path)
  const { way, attribute, unsaid } = found === 'elsewhere' ? { way: undefined, attribute: undefined } : found
  if (filter.kind === 'present') return (resource) => way !== undefined && valuesAt(resource, way).some(isPresent)
  const { comparison, value } = filter
  // Not to be equal is the opposite of to be equal, for lists and for what has no value too.
  if (comparison === 'ne') return compiled({ kind: 'not', part: { ...filter, comparison: 'eq' } }, find)
  if (value === null) {
    if (comparison !== 'eq') throw invalidFilter(`${comparison} does not go with null`, `${comparison} 不能与 null 比较`)
    return (resource) => way === undefined || !valuesAt(resource, way).some(isPresent)
  }
  if (way === undefined) return () => false
  const leaf = leafOf(filter.path, attribute)
  const judge = judgeOf(leaf, comparison, value)
  const whole = leaf === attribute ? way : [...way, leaf.name]
  return (resource) => {
    const values = valuesAt(resource, whole)
    return values.length === 0 && unsaid !== undefined ? judge(unsaid) : values.some(judge)
  }
}

/** A list of complex values is compared by their `value`. */
function leafOf(path: string, attribute: Attribute): Attribute {
  if (attribute.type !== 'complex') return attribute
  const value = byName(attribute.subAttributes ?? [], 'value')
  if (value) return value
  throw invalidFilter(`${path} is complex: name one of its sub-attributes`, `${path} 为复合属性，请指定其子属性`)
}

/** All values that a way leads to, through lists as through single values. */
function valuesAt(value: unknown, way: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => valuesAt(entry, way))
  const [name, ...rest] = way
  if (name === undefined) return [value]
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return []
  return valuesAt((value as Record<string, unknown>)[name], rest)
}

/** An empty text is a value; an object without members is none. */
function isPresent(value: unknown): boolean {
  if (value === null || value === undefined) return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

function unknown(path: string): Error {
  const shown = named(path)
  return invalidFilter(`there is no attribute \`${shown}\``, `不存在属性 \`${shown}\``)
}
