import { requireFewValues } from '../documents/few-values.ts'
import { mergedValues } from '../documents/merged-values.ts'
import { readOne } from '../documents/read-value.ts'
import type { Attribute } from '../schemas/attribute.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import { type ScimError, scimError } from '../scim-error.ts'
import { type Entry, hasSomething, without } from './list-entry.ts'
import { readList, readPart } from './list-value.ts'
import type { PlacedOperation } from './placed-operations.ts'
import { removeValues } from './remove-values.ts'
import { onlyOf } from './single-value.ts'
import { type ValueFilter, valueFilter } from './value-filter.ts'

const refusing = { unknown: 'refused' } as const

/** The values of a list after one operation on it. */
export function patchList(
  type: ResourceType,
  now: readonly object[] | undefined,
  attribute: Attribute,
  operation: PlacedOperation,
): Entry[] {
  const entries = (now ?? []) as Entry[]
  const { path, op } = operation
  if (!path.attribute) throw new Error('an extension is no list')
  const filter = path.filter === undefined ? undefined : valueFilter(type, attribute, path.filter)
  if (op === 'remove') return removeValues(entries, attribute, filter, operation)
  if (filter) return writeChosen(entries, attribute, filter, operation)
  if (path.sub) return writePart(entries, attribute, path.sub, operation)
  const sent = readList(attribute, operation) ?? []
  return withOnePrimary(attribute, op === 'replace' ? [] : entries, sent)
}

/**
 * New values behind those that are there; one that is there already gets what is new about it, which another letter case is not (RFC 7644 §3.5.2.1). A
 * preferred one takes the place of another.
 */
function withOnePrimary(attribute: Attribute, entries: readonly Entry[], added: readonly Entry[]): Entry[] {
  const result = mergedValues(attribute, added.some(({ primary }) => primary === true) ? entries.map(notPrimary) : entries, added)
  requireFewValues(attribute.name, result)
  return result
}

function notPrimary(entry: Entry): Entry {
  return entry.primary === true ? { ...entry, primary: false } : entry
}

/** Without a filter, a part is that of every value; where there is none yet, of a first one. Null takes it away, as everywhere. */
function writePart(entries: readonly Entry[], attribute: Attribute, sub: Attribute, operation: PlacedOperation): Entry[] {
  const part = readPart(attribute, sub, operation)
  if (Object.keys(part).length === 0) return entries.map((entry) => without(entry, sub)).filter(hasSomething)
  const changed = entries.length === 0 ? [part] : entries.map((entry) => ({ ...entry, ...part }))
  return changed.filter(hasSomething)
}

/**
 * Values that a filter chooses. Where it chooses none, an addition makes one that it would choose. So does a replacement at `list[type eq "work"].sub`
 * with a type that the schema names: the standard has `noTarget` for it, but Entra ID sends it for what was empty, with other changes that would be lost.
 */
function writeChosen(entries: readonly Entry[], attribute: Attribute, filter: ValueFilter, operation: PlacedOperation): Entry[] {
  const { op, path } = operation
  const sub = path.attribute && path.sub
  const part = sub ? readPart(attribute, sub, operation) : (readOne(attribute, onlyOf(operation.value), attribute.name, refusing) as Entry)
  const chosen = new Set(entries.filter(filter.matches))
  if (chosen.size === 0) {
    if (Object.keys(part ?? {}).length === 0) return [...entries]
    if (!filter.asserted || (op === 'replace' && !(sub && filter.isKind))) throw noTarget(attribute, operation.at)
    return withOnePrimary(attribute, entries, [{ ...filter.asserted, ...part }])
  }
  const kept = (entry: Entry) => (sub || op === 'add' ? entry : (filter.asserted ?? {}))
  return entries
    .map((entry) => {
      if (chosen.has(entry)) return sub && Object.keys(part).length === 0 ? without(entry, sub) : { ...kept(entry), ...part }
      return part?.primary === true ? notPrimary(entry) : entry
    })
    .filter(hasSomething)
}

function noTarget({ name }: Attribute, at: number): ScimError {
  return scimError(
    'noTarget',
    `Operation ${at}: the filter chooses no value of ${name}. Add one, or correct the filter; nothing was changed.`,
    `第 ${at} 个操作：过滤条件未匹配 ${name} 的任何值，请改用 add 或修正条件，未作任何变更。`,
  )
}
