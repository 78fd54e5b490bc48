import type { Seeded } from '../../../kit/seeded.ts'
import { messageUrn } from '../model/operations.ts'

/** Names mean the same in any letter case. */
export function anyCase(random: Seeded, name: string): string {
  if (random.chance(0.7)) return name
  return random.pick([
    () => name.toLowerCase(),
    () => name.toUpperCase(),
    () => name[0]?.toUpperCase() + name.slice(1),
    () => [...name].map((letter) => (random.chance(0.5) ? letter.toUpperCase() : letter.toLowerCase())).join(''),
  ])()
}

/** One value in each of the ways in which providers write it. */
export function anyWrap(random: Seeded, value: unknown): unknown {
  return random.chance(0.7) ? value : random.pick([[value], { value }, [{ value }], { $ref: null, value }])
}

const odd = [
  '名字',
  'Zoë',
  'مرحبا',
  '😀 x',
  'a"b\\c',
  "O'Neil",
  'x]y',
  ' in between ',
  '\u202eabc',
  'and',
  'e\u0301',
  '<b>&amp;</b>',
  '0',
  'true',
  '{"a":1}',
]

/** A text that an attribute may have; never empty, and of one line. */
export function someText(random: Seeded): string {
  const text = random.chance(0.4) ? random.pick(odd) : random.chance(0.1) ? 'x'.repeat(random.between(30, 60)) : 't'
  return `${text}${random.chance(0.9) ? random.below(50) : ''}`
}

/** An operation, its members' names in any letter case. */
export function operationOf(random: Seeded, op: string, rest: { path?: string | null; value?: unknown }): object {
  const members = Object.entries({ op: anyCase(random, op), ...rest })
  return Object.fromEntries(members.map(([name, value]) => [random.chance(0.9) ? name : anyCase(random, name), value]))
}

/** The body around operations. */
export function bodyOf(random: Seeded, operations: readonly object[]): Record<string, unknown> {
  const schemas = [messageUrn]
  return random.chance(0.9)
    ? { schemas, [anyCase(random, 'Operations')]: operations }
    : { [anyCase(random, 'Operations')]: operations, [anyCase(random, 'schemas')]: schemas }
}
