import { readValue } from '../documents/read-value.ts'
import { compileFilter } from '../filter/compile-filter.ts'
import type { Filter } from '../filter/filter.ts'
import { invalidFilter } from '../filter/invalid-filter.ts'
import { parseFilter } from '../filter/parse-filter.ts'
import type { Attribute } from '../schemas/attribute.ts'
import { byName } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'

/** Which values of a list a path chooses. */
export interface ValueFilter {
  matches(entry: object): boolean
  /** What a value must have to be chosen, where the filter is that plain: for one that is to be made. */
  readonly asserted?: Readonly<Record<string, unknown>>
  /** It asks for one of the kinds that the schema names, and for nothing else: `type eq "work"`. */
  readonly isKind: boolean
}

/** Characters of such a filter. A request may have a thousand of them, and each is held against every value. */
const longest = 512

export function valueFilter(type: ResourceType, attribute: Attribute, text: string): ValueFilter {
  if (text.length > longest) {
    throw invalidFilter(`it is longer than ${longest} characters, which is the most in a path`, `路径中的过滤条件最长 ${longest} 个字符`)
  }
  const part = parseFilter(text)
  const test = compileFilter({ kind: 'within', path: attribute.name, part }, type)
  const asserted = assertedBy(part, attribute)
  const kinds = byName(attribute.subAttributes ?? [], 'type')?.canonicalValues ?? []
  const isKind = asserted !== undefined && Object.keys(asserted).join() === 'type' && kinds.includes(String(asserted.type).toLowerCase())
  return { matches: (entry) => test({ [attribute.name]: [entry] }), ...(asserted && { asserted }), isKind }
}

/** What equalities, all of which must hold, say of a value; undefined when the filter is anything else, or contradicts itself. */
function assertedBy(filter: Filter, { name, subAttributes = [] }: Attribute): Record<string, unknown> | undefined {
  const asserted: Record<string, unknown> = {}
  for (const each of filter.kind === 'and' ? filter.parts : [filter]) {
    if (each.kind !== 'compare' || each.comparison !== 'eq' || each.value === null) return undefined
    const sub = byName(subAttributes, each.path)
    if (!sub || Object.hasOwn(asserted, sub.name)) return undefined
    asserted[sub.name] = readValue(sub, each.value, `${name}.${sub.name}`, { unknown: 'refused' })
  }
  return asserted
}
