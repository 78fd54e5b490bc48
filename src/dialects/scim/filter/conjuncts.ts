import { byName, findAttribute } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import type { Filter } from './filter.ts'

/** The parts of a filter all of which must hold. */
export function conjunctsOf(filter: Filter): readonly Filter[] {
  return filter.kind === 'and' ? filter.parts.flatMap(conjunctsOf) : [filter]
}

/** What an attribute is asked to be equal to by a part of a filter: by `userName eq "…"`, `emails.value eq "…"`, or `emails[value eq "…"]`. */
export interface Equality {
  /** `userName`; for what is compared by its value, the list alone: `emails`. */
  readonly attribute: string
  readonly value: string
}

/** The equality that a part says, or that must hold where it does; undefined where there is none, or the attribute is no core one. */
export function equalityOf(part: Filter, type: ResourceType): Equality | undefined {
  if (part.kind === 'within') return equalityWithin(part, type)
  if (part.kind !== 'compare' || part.comparison !== 'eq' || typeof part.value !== 'string') return undefined
  const found = findAttribute(type, part.path)
  if (!found || found.extension !== undefined || (found.sub && found.sub.name !== 'value')) return undefined
  return { attribute: found.attribute.name, value: part.value }
}

function equalityWithin({ path, part }: Extract<Filter, { kind: 'within' }>, type: ResourceType): Equality | undefined {
  const found = findAttribute(type, path)
  if (!found || found.extension !== undefined || found.sub) return undefined
  const { attribute } = found
  for (const each of conjunctsOf(part)) {
    if (each.kind !== 'compare' || each.comparison !== 'eq' || typeof each.value !== 'string') continue
    if (byName(attribute.subAttributes ?? [], each.path)?.name === 'value') return { attribute: attribute.name, value: each.value }
  }
  return undefined
}
