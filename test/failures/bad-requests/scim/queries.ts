import type { Seeded } from '../../../kit/seeded.ts'
import { strangeText } from '../strange-values.ts'
import type { Scene } from './scene.ts'

const names = [
  'userName',
  'displayName',
  'externalId',
  'id',
  'emails',
  'emails.value',
  'active',
  'meta.created',
  'name.givenName',
  'members',
  'members.value',
  'groups',
  'password',
  'title',
  'schemas',
  'nobody',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
  '',
  'a.b.c',
  '__proto__',
  '$ref',
  'meta',
]
const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'EQ', '=', 'like', '']
const literals = [
  'true',
  'false',
  'null',
  '7',
  '-1e5',
  '1e999',
  '"2026-01-01T00:00:00Z"',
  '"yesterday"',
  '"',
  "'x'",
  '"\\u0000"',
  '"\\ud800"',
  '"\\q"',
  '',
  '[]',
  '01',
]

/** A filter: good ones, nearly good ones, and no filters. */
function someFilter(random: Seeded, scene: Scene, depth = 2): string {
  const share = random.next()
  const known = { texts: scene.things.all }
  if (share < 0.45 || depth === 0) return comparison(random, scene)
  if (share < 0.55) return `${random.pick(names)} ${random.pick(['pr', 'pr', 'PR', 'px'])}`
  if (share < 0.7)
    return `${someFilter(random, scene, depth - 1)} ${random.pick(['and', 'or', 'AND', 'xor', ''])} ${someFilter(random, scene, depth - 1)}`
  if (share < 0.76)
    return `${random.pick(['not ', '', 'not', 'no '])}(${someFilter(random, scene, depth - 1)}${random.chance(0.9) ? ')' : ''}`
  if (share < 0.84)
    return `${random.pick(names)}[${someFilter(random, scene, depth - 1)}]${random.pick(['', '', '.value eq "x"', '.', ']'])}`
  if (share < 0.9) return longFilter(random)
  return strangeText(random, known)
}

function comparison(random: Seeded, { things }: Scene): string {
  const literal = random.chance(0.7) ? JSON.stringify(random.pick(things.all)) : random.pick(literals)
  return `${random.pick(names)} ${random.pick(comparisons.slice(0, random.chance(0.85) ? 9 : 99))} ${literal}`
}

/** Deep, or long. */
function longFilter(random: Seeded): string {
  const times = random.pick([31, 32, 33, 1000])
  return random.pick([
    () => `${'('.repeat(times)}title pr${')'.repeat(times)}`,
    () => '('.repeat(times),
    () => `${'not ('.repeat(times)}title pr${')'.repeat(times)}`,
    () => `${'emails['.repeat(times)}value pr${']'.repeat(times)}`,
    () => Array.from({ length: random.pick([100, 500, 1000]) }, () => 'title pr').join(random.pick([' or ', ' and '])),
    () => `title eq "${'x'.repeat(random.pick([8000, 8192, 20_000]))}"`,
    () => `${'"'.repeat(times)}`,
    () => `title eq "${'\\'.repeat(times)}`,
  ])()
}

const numbers = [
  '0',
  '1',
  '2',
  '-1',
  '100',
  '101',
  '999999999999999',
  '9999999999999999',
  '1.5',
  '1e2',
  'x',
  '',
  ' 1',
  '+1',
  '0x10',
  'NaN',
  '1 or 1=1',
]

/** Members of a list's query, in a query or in the body of a search. */
export function listMembers(random: Seeded, scene: Scene): Record<string, string> {
  return {
    ...(random.chance(0.6) && { filter: someFilter(random, scene) }),
    ...(random.chance(0.3) && { startIndex: random.pick(numbers) }),
    ...(random.chance(0.3) && { count: random.pick(numbers) }),
    ...(random.chance(0.25) && { sortBy: random.pick(names) }),
    ...(random.chance(0.2) && { sortOrder: random.pick(['ascending', 'descending', 'DESCENDING', 'up', '']) }),
  }
}

export function shownMembers(random: Seeded): Record<string, string> {
  const some = () => Array.from({ length: random.pick([0, 1, 2, 50]) }, () => random.pick(names)).join(random.pick([',', ', ', ',,', ';']))
  return {
    ...(random.chance(0.2) && { attributes: some() }),
    ...(random.chance(0.15) && { excludedAttributes: some() }),
  }
}

/** The members as a query, sometimes not well written. */
export function queryText(random: Seeded, members: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(members).map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
  if (random.chance(0.06))
    pairs.push(
      random.pick([
        '%',
        '%zz=1',
        '=',
        '&&',
        'filter',
        'filter=%00',
        'count=%ff%fe',
        'filter=+',
        '__proto__=1',
        'attributes',
        'FILTER=x',
        'count=1&count=2',
      ]),
    )
  return pairs.join('&').slice(0, random.chance(0.98) ? 30_000 : 80_000)
}
