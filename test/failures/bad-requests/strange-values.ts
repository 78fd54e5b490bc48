import type { Seeded } from '../../kit/seeded.ts'

/** Things of the directory that exist, so that some of what is wrong goes deep. */
export interface Familiar {
  readonly texts: readonly string[]
  /** What belongs under a name. */
  fitting?(random: Seeded, name: string): string | undefined
}

const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfffy',
  '😀名字',
  '\u202e\ufeff\u2028',
  '__proto__',
  'constructor',
  'toString',
  "' or 1=1 --",
  '"; drop table users; --',
  '%00%ff%zz',
  '../../etc/passwd',
  '{{7*7}}%{1}',
  '0',
  '-1',
  '1e999',
  'NaN',
  'true',
  'null',
  '[]',
  '\r\nX-Injected: 1',
  'Manual',
  'Synchronized',
  'Enabled',
  'GroupName Co dev',
  'İıſK',
]

/** A text: short and odd, or long. */
export function strangeText(random: Seeded, known: Familiar): string {
  if (random.chance(0.35)) return random.pick(known.texts)
  if (random.chance(0.1))
    return random.pick(['x', '名', '\0', '\ud83d', '%', '{']).repeat(random.pick([63, 64, 65, 128, 129, 1024, 1025, 5000, 40_000]))
  if (random.chance(0.2)) return Array.from({ length: random.below(30) }, () => String.fromCharCode(random.below(65_536))).join('')
  return random.pick(texts)
}

/** A number as it may stand in JSON: huge, tiny, precise beyond what a double holds, or no number at all. */
export function strangeNumber(random: Seeded): string {
  const digits = () => Array.from({ length: random.between(1, 400) }, () => random.below(10)).join('')
  const plain = [
    '0',
    '-0',
    '1',
    '100',
    '101',
    '-1',
    '0.5',
    '1e400',
    '-1e999',
    '9007199254740993',
    '9223372036854775808',
    '18446744073709551616',
    '1E+2',
  ]
  return random.pick([...plain, digits(), `-${digits()}`, `1.${digits()}`, '01', '+1', '.5', '0x10', 'NaN', 'Infinity', '1_000'])
}

/** JSON text of any value; `depth` bounds what is built, not what is sent. */
export function strangeJson(random: Seeded, known: Familiar, depth = 3): string {
  const kind = random.below(depth > 0 ? 9 : 6)
  if (kind <= 2) return JSON.stringify(strangeText(random, known))
  if (kind === 3) return strangeNumber(random)
  if (kind === 4) return random.pick(['true', 'false', 'null'])
  if (kind === 5) return random.pick(['"\\ud800"', '"\\u0000"', '"\\udead\\ud83d"', '"\\q"', '"unclosed', "'single'", '"\t"', 'undefined'])
  if (kind === 6) return `[${Array.from({ length: random.below(5) }, () => strangeJson(random, known, depth - 1)).join()}]`
  if (kind === 7) return strangeObject(random, known, [], depth - 1)
  const levels = random.pick([5, 15, 16, 17, 100, 20_000])
  return random.pick(['[', '{"a":']).repeat(levels) + random.pick(['', '1', ']'.repeat(levels), '}'.repeat(levels)])
}

/** An object with some of these members, of odd values, some twice, some unknown. */
export function strangeObject(random: Seeded, known: Familiar, names: readonly string[], depth = 2): string {
  const members: string[] = []
  for (const name of names) if (random.chance(0.85)) members.push(`${JSON.stringify(name)}:${memberOf(random, known, name, depth)}`)
  if (random.chance(0.2)) members.push(`${JSON.stringify(strangeText(random, known))}:${strangeJson(random, known, depth)}`)
  if (random.chance(0.1) && members[0]) members.push(members[0])
  if (random.chance(0.05)) members.push('"__proto__":{"ZoneId":"x"}')
  const text = `{${members.join(random.chance(0.02) ? ',,' : ',')}}`
  if (random.chance(0.03)) return text.slice(0, random.below(text.length))
  return random.chance(0.02) ? `\ufeff${text}` : text
}

/** Often what belongs there, so that one odd member meets the rule that is its own. */
function memberOf(random: Seeded, known: Familiar, name: string, depth: number): string {
  const fits = known.fitting?.(random, name)
  if (fits !== undefined && random.chance(0.8)) return JSON.stringify(fits)
  // Mostly what can be read, so that it is the value that is refused.
  if (random.chance(0.6)) return JSON.stringify(strangeText(random, known).replaceAll('\0', '').toWellFormed())
  if (random.chance(0.5)) return String(random.pick([0, 1, 5, 100, 101, -1, true, false, 2 ** 53, 0.5]))
  return strangeJson(random, known, depth)
}
