import type { Seeded } from '../../../kit/seeded.ts'

/** Operations that a careless reader takes for more than they say: for the removal, or the replacement, of all that there is. */
export function perilousOperation(random: Seeded, list: 'members' | 'emails', texts: readonly string[]): object {
  const text = random.pick(texts)
  const nothing = random.pick<unknown>([
    [],
    {},
    null,
    '',
    ' ',
    [[]],
    [null],
    [{}],
    [''],
    [{ value: null }],
    { value: [] },
    false,
    0,
    'null',
    '[]',
  ])
  const nearly = random.pick<unknown>([
    [{ id: text }],
    [{ Value: text, value: text }],
    [{ value: { value: text } }],
    [{ value: [text] }],
    [[text]],
    `${text},${random.pick(texts)}`,
    JSON.stringify([{ value: text }]),
    [{ value: text, type: 'Group' }],
    [{ value: text }, {}],
    { members: [{ value: text }] },
    [{ display: text }],
    [{ $ref: text }],
  ])
  const filter = random.pick([
    `value eq "${text}" and value eq "${random.pick(texts)}"`,
    `value ne "${text}"`,
    `value co "${text.slice(0, 3)}"`,
    `value eq ${text}`,
    `value eq '${text}'`,
    `value eq ""`,
    `value eq null`,
    'value pr',
    `not (value eq "${text}")`,
    `(value eq "${text}")`,
    `display eq "${text}"`,
    `type eq "User"`,
    `value eq "${text}" or`,
    `value eq "${text}" or value ne "${text}"`,
    `value eq "${text}" xor value eq "${text}"`,
    '',
    '*',
  ])
  const op = random.pick(['remove', 'Remove', 'remove', 'replace', 'add'])
  return random.pick<() => object>([
    () => ({ op, path: list, value: nothing }),
    () => ({ op, path: list, value: nearly }),
    () => ({ op, path: `${list}[${filter}]` }),
    () => ({ op, path: `${list}[${filter}]`, value: random.pick([null, nothing, nearly, [{ value: text }]]) }),
    () => ({ op, path: `${list}.value`, value: random.pick([nothing, nearly, text]) }),
    () => ({ op, value: { [list]: random.pick([nothing, nearly]) } }),
    () => ({ op, path: list, [random.pick(['values', 'Value ', 'val', 'members'])]: [{ value: text }] }),
    () => ({
      op,
      path: random.pick([`${list}.value`, ` ${list}`, `${list} `, `/${list}`, `${list}.`, `${list}[value eq "${text}"].value`]),
    }),
    () => ({ op, path: random.pick([[list], { path: list }, 7, '']), value: [{ value: text }] }),
  ])()
}
