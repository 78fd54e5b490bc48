import type { Seeded } from '../../../kit/seeded.ts'
import { messageUrn } from '../model/operations.ts'
import { Twice } from './written.ts'

/** What a mutation may put in: ids that mean something elsewhere. */
export interface Pool {
  readonly texts: readonly string[]
}

type Holder = Record<string, unknown> | unknown[]

interface Spot {
  readonly holder: Holder
  readonly key: string | number
}

function spotsIn(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null || value instanceof Twice) return []
  const holder = value as Holder
  const keys: (string | number)[] = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder)
  return keys.flatMap((key) => [{ holder, key }, ...spotsIn((holder as Record<string | number, unknown>)[key])])
}

const at = ({ holder, key }: Spot) => (holder as Record<string | number, unknown>)[key]
const put = ({ holder, key }: Spot, value: unknown) => {
  ;(holder as Record<string | number, unknown>)[key] = value
}

/** Changes one thing in a body, which is then mostly wrong. */
export function mutate(random: Seeded, body: object, pool: Pool): void {
  const spots = spotsIn(body)
  if (spots.length === 0) return
  const spot = random.pick(spots)
  const share = random.next()
  const value = at(spot)
  if (share < 0.3) put(spot, otherValue(random, value, pool))
  else if (share < 0.42) drop(spot)
  else if (share < 0.57) rename(random, spot, pool)
  else if (share < 0.64) addStray(random, random.pick(spots), pool)
  else if (share < 0.7) twice(random, spots)
  else if (typeof value === 'string') put(spot, otherText(random, value, pool))
  else
    put(
      spot,
      random.pick([[value], { value }, [[value]], [value, value], [value, null], [value, {}], { members: value }, JSON.stringify(value)]),
    )
}

const values = [
  null,
  true,
  false,
  0,
  7,
  -1,
  1e300,
  '',
  ' ',
  [],
  {},
  [[]],
  [null],
  [{}],
  [''],
  { value: null },
  { value: [] },
  [{ value: null }],
  [7],
  'null',
]

/** One of its own, since the next change may put something into it. */
const anyOf = (random: Seeded): unknown => structuredClone(random.pick(values))

function otherValue(random: Seeded, value: unknown, { texts }: Pool): unknown {
  const text = random.pick(texts)
  return random.pick<() => unknown>([
    () => anyOf(random),
    () => anyOf(random),
    () => text,
    () => [text],
    () => ({ value: text }),
    () => [{ value: text }, { value: random.pick(texts) }],
    () => ({ value: { value: text } }),
    () => [{ value: [{ value: text }] }],
    () => [text, random.pick(texts)].join(),
    () => JSON.stringify(value),
    () => [{ id: text }],
    () => ({ Operations: [value] }),
    () => ({ op: 'remove', path: 'members' }),
    () => 'x'.repeat(random.pick([129, 300, 20_000])),
  ])()
}

function drop({ holder, key }: Spot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

const names = [
  'op',
  'path',
  'value',
  'values',
  'Operations',
  'schemas',
  'members',
  'member',
  'displayName',
  '$ref',
  'type',
  'display',
  'operation',
  'primary',
]

function rename(random: Seeded, spot: Spot, { texts }: Pool): void {
  const { holder, key } = spot
  if (Array.isArray(holder)) {
    put(spot, otherValue(random, at(spot), { texts }))
    return
  }
  const name = String(key)
  const value = holder[name]
  delete holder[name]
  const other = random.pick([
    `${name}s`,
    ` ${name}`,
    `${name} `,
    name.slice(0, -1),
    name.toUpperCase(),
    `$${name}`,
    `${name}.value`,
    `${name}\u0000`,
    `${name}[value eq "x"]`,
    `urn:x:${name}`,
    '__proto__',
    random.pick(names),
    random.pick(names),
  ])
  Object.defineProperty(holder, other, { value, enumerable: true, configurable: true, writable: true })
}

function addStray(random: Seeded, { holder }: Spot, pool: Pool): void {
  const value = otherValue(random, null, pool)
  if (Array.isArray(holder)) holder.push(value)
  else holder[random.pick([...names, 'id', 'externalId', 'meta', 'nobodyKnows', 'active', 'name'])] = value
}

/** Says one member of an object again, with the same or another value, in the same or another letter case. */
function twice(random: Seeded, spots: readonly Spot[]): void {
  const inner = spots.filter((spot) => {
    const value = at(spot)
    return (
      typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Twice) && Object.keys(value).length > 0
    )
  })
  if (inner.length === 0) return
  const spot = random.pick(inner)
  const members = Object.entries(at(spot) as object)
  const [name, value] = random.pick(members)
  const again = [random.chance(0.8) ? name : name.toUpperCase(), random.pick([value, null, [], 'x', 'remove', 'members'])] as const
  put(spot, new Twice(random.chance(0.5) ? [...members, again] : [again, ...members]))
}

const paths = [
  'members',
  'members[]',
  'members[value eq]',
  'members.value',
  'members[value pr]',
  'members[value ne "u-0"]',
  'members[value co "u"]',
  'members[not (value eq "u-0")]',
  'members[value eq "u-0" and value eq "u-1"]',
  'members[(value eq "u-0")]',
  'members[type eq "User"]',
  'members[0]',
  'members[*]',
  '/members',
  '$.members',
  'emails[type eq "work" or primary eq true]',
  'emails[value pr]',
  'emails[type ne "work"].value',
  'emails.primary',
  'name',
  'groups',
  'meta.version',
  'id',
]

function otherText(random: Seeded, text: string, { texts }: Pool): string {
  const middle = random.below(text.length + 1)
  return random.pick([
    () => text.slice(0, middle),
    () => text.slice(middle),
    () =>
      `${text.slice(0, middle)}${random.pick([' ', '"', ']', '[', '.', ',', '\u200b', '\0', '\ud800', '名', ':', '\\', '\n'])}${text.slice(middle)}`,
    () => random.pick(['add', 'remove', 'replace', 'Remove', 'delete', 'move', 'test', 'copy']),
    () => random.pick(paths),
    () => random.pick(paths),
    () => random.pick(texts),
    () => text.replace(/\beq\b/i, random.pick(['ne', 'co', 'pr', 'gt', '=', 'eq eq', 'not'])),
    () => text.replace(/\bor\b/i, random.pick(['and', '||', 'or or', ','])),
    () => text.replace(/^urn:.*?(?=:\w*$|$)/, random.pick(['urn:x', messageUrn, 'urn:ietf:params:scim:schemas:core:2.0:User', ''])),
    () => text.toUpperCase(),
    () => text.normalize('NFD'),
    () => `bulkId:${text}`,
  ])()
}

/** Changes in the text of JSON itself: cut, escaped, with what JSON has not. */
export function mutateText(random: Seeded, text: string): string {
  return random.pick([
    () => text.slice(0, random.below(text.length)),
    () =>
      text.replace(/"([a-z])/gi, (whole, letter: string) => (random.chance(0.2) ? `"\\u00${letter.charCodeAt(0).toString(16)}` : whole)),
    () => text.replace(/[}\]]$/, ',}'),
    () => text.replaceAll('"', "'"),
    () => `\ufeff${text}`,
    () => `${text}${text}`,
    () => text.replace(/:/, ':'.repeat(2)),
    () => text.replace(/"value":/i, `"value":${'['.repeat(40)}${']'.repeat(40)},"x":`),
    () => text.replace(/"(?=[,}\]])/, '\\ud800"'),
    () => text.replace(/\{/g, (brace) => (random.chance(0.2) ? `${brace} \n\t` : brace)),
    () => `[${text}]`,
    () => JSON.stringify(text),
  ])()
}
