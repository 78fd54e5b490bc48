import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { contentOf } from '../kit/content.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { complaints, emptyDirectory, exported, seed } from '../kit/seeding.ts'

const department = `od-${'a'.repeat(32)}`
const ann = 'a'.repeat(32)
const gone = '2025-01-01T00:00:00Z'

/** A company as it stood: what the directory holds before each case. */
const head = 'rollcall: 1\ncompanies:\n  - name: Lantern\n    id: "0123456789abcdef"\n'
const before = `${head}\
    units: [{ id: u1, type: t, name: One }]
    employeeTypes: [{ content: Expert, number: 6, i18nContent: { en_us: E } }, { content: Gone, number: 7, deletedAt: "${gone}" }]
    departments: [{ name: A, id: ${department}, code: AA, position: 5 }]
    people: [{ code: ann, name: Ann, id: ${ann}, departments: [A] }]
    groups: [{ name: G, id: g1, people: [ann], departments: [A] }]
    roles: [{ name: R, members: [{ person: ann }] }]
`
const twice = 'stands in line 5 already. Give each its own.'
const amongSeats = 'stands among his departments already. Name each once.'
const inGroup = 'stands in this group already. Name each once.'

/** What is put in as it stood and can not stand beside what is there, or beside itself. */
const cases: [what: string, text: string, lines: string[]][] = [
  ['units of a name', 'units: [{ id: u2, type: t, name: X }, { id: u3, type: t, name: X }]', [`5:68: units[1].name: "X" ${twice}`]],
  [
    'a unit of a name that is taken',
    'units: [{ id: u2, type: t, name: One }]',
    ['5:38: units[0].name: another unit has "One" already. Give it another.'],
  ],
  ['the name of a unit of another type', 'units: [{ id: u2, type: other, name: One }, { id: u3, type: t o, name: One }]', []],
  [
    'a number of an employee type that is taken, also by one that was deleted',
    'employeeTypes: [{ content: N, number: 6 }, { content: M, number: 7 }]',
    [
      '5:43: employeeTypes[0].number: another employee type has 6 already. Leave it out.',
      '5:70: employeeTypes[1].number: another employee type has 7 already. Leave it out.',
    ],
  ],
  [
    'employee types that say the same in other languages',
    'employeeTypes: [{ content: N, i18nContent: { en_us: X } }, { content: M, i18nContent: { en_us: X } }]',
    [`5:91: employeeTypes[1].i18nContent: {"en_us":"X"} ${twice}`],
  ],
  [
    'an employee type that says in other languages what another does',
    'employeeTypes: [{ content: N, i18nContent: { en_us: E } }]',
    ['5:48: employeeTypes[0].i18nContent: another employee type has {"en_us":"E"} already. Give it another.'],
  ],
  [
    'a code of a department that is taken',
    'departments: [{ name: B, code: AA }]',
    ['5:36: departments[0].code: another company department has "AA" already. Give it another.'],
  ],
  [
    'a person who sits twice in one department, however it is written',
    `people: [{ code: b, name: B, departments: [A, /A/] }, { code: c, name: C, departments: [A, ${department}] }]`,
    [`5:51: people[0].departments[1]: ${amongSeats}`, `5:96: people[1].departments[1]: ${amongSeats}`],
  ],
  [
    'somebody and something that are in a group twice, by name and by id',
    `groups: [{ name: H, people: [ann, ${ann}], departments: [A, ${department}] }]`,
    [`5:39: groups[0].people[1]: ${inGroup}`, `5:91: groups[0].departments[1]: ${inGroup}`],
  ],
  [
    'somebody who holds a role twice, by code and by id',
    `roles: [{ name: S, members: [{ person: ann }, { person: ${ann} }] }]`,
    [`5:61: roles[0].members[1].person: "${ann}" ${twice}`],
  ],
  [
    'ids that the document itself gives',
    `groups: [{ name: H, people: [new, ${'b'.repeat(32)}] }]\n    people: [{ code: new, name: New, id: ${'b'.repeat(32)} }]`,
    [`5:39: groups[0].people[1]: ${inGroup}`],
  ],
]

onEveryEngine('a company that is put in over one that is there', (engine) => {
  test('is refused where the two clash, or the document clashes with itself, and nothing of it is written', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, before)
    const held = await contentOf(directory)
    const refused = cases.filter(([, , lines]) => lines.length > 0)
    const found: Record<string, readonly string[]> = {}
    for (const [what, text] of refused) {
      const lines = await complaints(directory, `${head}    ${text}\n`)
      found[what] = lines.map((line) => line.replace('company.yaml:', '').replace('companies[0].', ''))
    }
    expect(found).toEqual(Object.fromEntries(refused.map(([what, , lines]) => [what, lines])))
    expect(await contentOf(directory)).toEqual(held)
    for (const [what, text] of cases.filter(([, , lines]) => lines.length === 0))
      expect(await complaints(directory, `${head}    ${text}\n`), what).toEqual([])
  })

  test('may name by its id whoever is in a group or holds a role by his code: nothing is to be done', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, before)
    const text = `${head}    groups: [{ name: G, people: [${ann}], departments: [${department}] }]\n    roles: [{ name: R, members: [{ person: ${ann} }] }]\n`
    expect(await seed(directory, text)).toEqual({})
  })

  test('draws numbers of employee types behind all that are given, also to those that were deleted', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, before)
    await seed(directory, `${head}    employeeTypes: [{ content: N }, { content: M, number: 8 }, { content: O }]\n`)
    const { employeeTypes } = parse(await exported(directory)).companies[0]
    const told = employeeTypes.map(({ content, number }: { content: string; number: number }) => `${number} ${content}`)
    expect(told.sort()).toEqual(['10 O', '6 Expert', '7 Gone', '8 M', '9 N'])
  })
})
