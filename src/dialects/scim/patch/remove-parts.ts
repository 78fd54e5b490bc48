import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { type Reading, readValue, unknownPart, wrong } from '../documents/read-value.ts'
import type { Attribute } from '../schemas/attribute.ts'
import { byName } from '../schemas/attribute-path.ts'
import { foldedMembers } from './folded-members.ts'
import { keptByServer } from './kept-by-server.ts'
import { nothingNamed } from './nothing-named.ts'
import { isSame } from './same-value.ts'
import { onlyOf, singleValue } from './single-value.ts'

type Parts = Readonly<Record<string, unknown>>

const refusing: Reading = { unknown: 'refused' }

/**
 * A complex value without the parts that a removal names, each of them only where it is what was said of it; null says nothing of it. A bare text is its
 * `value`, as of `manager`. A reference goes with the `value` that it was for.
 */
export function removeParts(now: unknown, attribute: Attribute, sent: unknown, at: number): Parts {
  if (sent === null || sent === '') throw nothingNamed(attribute.name, at)
  const said = typeof sent === 'string' && byName(attribute.subAttributes ?? [], 'value') ? { value: sent } : sent
  if (!isJsonObject(said)) throw wrong(attribute.name, 'an object', '对象')
  const named = foldedMembers(said, () => ({ en: attribute.name, zh: attribute.name }))
  if (named.size === 0) throw nothingNamed(attribute.name, at)
  const before = (now ?? {}) as Parts
  const left: Record<string, unknown> = { ...before }
  for (const [name, value] of named) {
    const sub = byName(attribute.subAttributes ?? [], name)
    if (!sub) throw unknownPart(attribute.name, name)
    if (sub.mutability === 'readOnly') throw keptByServer(`${attribute.name}.${sub.name}`, at)
    const rest = leftOf(before[sub.name], attribute, sub, value, at)
    if (rest === undefined) delete left[sub.name]
    else left[sub.name] = rest
  }
  if (before.value !== undefined && left.value === undefined) delete left.$ref
  return left
}

/** What stays of one part. */
function leftOf(now: unknown, { name }: Attribute, sub: Attribute, value: unknown, at: number): unknown {
  if (value === null) return undefined
  if (sub.type === 'complex') {
    const rest = removeParts(now, sub, onlyOf(value), at)
    return Object.keys(rest).length > 0 ? rest : undefined
  }
  const said = readValue(sub, singleValue(value), `${name}.${sub.name}`, refusing)
  return said === undefined || isSame(sub, now, said) ? undefined : now
}
