import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { contentOf } from '../kit/content.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { complaints, emptyDirectory, exported, seed } from '../kit/seeding.ts'
import { wholeDocument } from './whole-document.ts'

/** As somebody writes it: without ids and times. */
const written = `\
rollcall: 1
companies:
  - name: Lantern
    facts: { mailDomains: [lantern.example], limits: { roles: 3 } }
    customAttributes:
      - { id: C-1, type: TEXT, i18nName: { en_us: Hobby } }
      - { id: C-2, type: ENUMERATION, options: [{ id: s, value: S }, { id: l, value: L }], defaultOption: l }
    employeeTypes: [{ content: Expert, i18nContent: { zh_cn: 专家 } }]
    jobFamilies: [{ name: Backend, parent: Technology }, { name: Technology }]
    jobLevels: [{ name: P4, order: 400 }, { name: P5 }]
    jobTitles: [{ name: Founder, i18nName: { zh_cn: 创始人 } }]
    units: [{ name: Lab, type: team, id: LAB }]
    departments:
      - name: Engineering
        unit: LAB
        leaders: [{ person: chen }, { person: li, kind: 2 }]
        departments: [{ name: Platform, code: platform, chatEmployeeTypes: [1, 6] }]
      - { name: Administration, partners: [li] }
    people:
      - code: chen
        name: 陈伟
        mobile: "+8613800000001"
        departments: [Engineering/Platform, { department: Administration, departmentOrder: 5 }]
        employeeType: Expert
        jobFamily: Backend
        jobLevel: P5
        jobTitle: Founder
        city: 深圳
        leader: li
        customAttributes: [{ attribute: C-1, text: Trains }, { attribute: C-2, option: s }]
        activated: true
      - { code: li, name: 李娜, mobile: "+8613800000002", departments: [Engineering/], city: 深圳, dottedLeaders: [chen] }
      - { code: wang, name: 王芳, mobile: "+8613800000003" }
    groups:
      - { name: Everybody, people: [chen, li], departments: [Administration] }
      - { name: By rule, kind: dynamic, rule: '{"expression":"1"}' }
    roles:
      - { name: Auditor, members: [{ person: chen, scope: all }, { person: li, departments: [Engineering] }, { person: wang }] }
`
const made = {
  ...{ 'people company': 1, 'custom attribute': 2, 'employee type': 1, 'job title': 1, unit: 1, 'job family': 2, 'job level': 2 },
  ...{ 'company department': 3, person: 3, 'people group': 2, 'group member': 3, role: 1, 'role holder': 3 },
}

const only = (text: string) => `rollcall: 1\ncompanies:\n  - { name: Lantern, ${text} }\n`

onEveryEngine('a company in a seed file', (engine) => {
  test('is made by the rules of the directory, and seeded again changes nothing', async () => {
    const directory = await emptyDirectory(engine)
    expect(await seed(directory, written)).toEqual(made)
    const before = await contentOf(directory)
    expect(await seed(directory, written)).toEqual({})
    expect(await contentOf(directory)).toEqual(before)
    const [company] = parse(await exported(directory)).companies
    const [administration, engineering] = ['Administration', 'Engineering'].map((name) =>
      company.departments.find((department: { name: string }) => department.name === name),
    )
    expect(engineering).toMatchObject({ position: 1, unit: 'LAB', leaders: [{ person: 'chen' }, { person: 'li', kind: 2 }] })
    expect([administration.partners, engineering.departments[0].code]).toEqual([['li'], 'platform'])
    const [chen, li, wang] = company.people
    expect(chen).toMatchObject({ employeeType: 6, jobFamily: 'Backend', jobLevel: 'P5', leader: 'li', activated: true })
    expect(chen.departments.map(({ department, primary }: { department: string; primary?: true }) => [department, primary])).toEqual([
      ['Administration', true],
      ['Engineering/Platform', false],
    ])
    expect([li.dottedLeaders, wang.departments[0].department]).toEqual([['chen'], '/'])
    expect(company.workCities.map(({ name }: { name: string }) => name)).toEqual(['深圳'])
    expect(company.roles[0].members.map(({ person, scope, departments }: never) => [person, scope, departments])).toEqual(
      expect.arrayContaining([
        ['chen', 'all', undefined],
        ['li', undefined, ['Engineering']],
        ['wang', undefined, undefined],
      ]),
    )
  })

  test('comes back the same from its export', async () => {
    const original = await emptyDirectory(engine)
    await seed(original, written)
    const document = await exported(original)
    const copy = await emptyDirectory(engine)
    expect(await seed(copy, document)).toEqual({ ...made, 'work city': 1 })
    expect(await exported(copy)).toBe(document)
    const counters = async (directory: typeof copy) =>
      (await contentOf(directory)).departments
        ?.map((row) => {
          const { name, people, primary_people } = JSON.parse(row)
          return [name, Number(people), Number(primary_people)].join(' ')
        })
        .sort()
    expect(await counters(copy)).toEqual(['Administration 1 1', 'Engineering 2 1', 'Platform 1 0'])
    expect(await counters(copy)).toEqual(await counters(original))
  })

  test('takes what it lacks, wherever it was made', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, wholeDocument)
    const more = (head: string) => `rollcall: 1
companies:
  - ${head}
    departments: [{ name: Administration, departments: [{ name: Office }] }]
    people: [{ code: new, name: New, mobile: "+8613800000009", departments: [Administration/Office], leader: chen.wei }]
    groups: [{ name: Everybody, people: [new, chen.wei] }]
    roles: [{ name: Auditor, members: [{ person: new }] }]
`
    const lacking = { 'company department': 1, person: 1, 'group member': 1, 'role holder': 1 }
    const text = more('{ name: 灯火工坊, id: "0123456789abcdef" }')
      .replace(' }\n', '\n')
      .replace('- { ', '- ')
      .replace(', id:', '\n    id:')
    expect(await seed(directory, text)).toEqual(lacking)
    expect(await seed(directory, text)).toEqual({})
    const [company] = parse(await exported(directory)).companies
    expect(company.people.find(({ code }: { code: string }) => code === 'new')).toMatchObject({ leader: 'chen.wei' })
    expect(company.groups[1].people.map(({ person }: { person: string }) => person)).toEqual(['chen.wei', 'li.na', 'new'])
  })

  test('is judged by the directory when it has no id, and nothing is written when that refuses', async () => {
    const directory = await emptyDirectory(engine)
    const before = await contentOf(directory)
    const said = async (text: string) => {
      const [line = ''] = await complaints(directory, only(text))
      return line.replace(/^company.yaml:3:\d+: /, '')
    }
    expect(await said('people: [{ code: a, name: A }]')).toMatch(/^companies\[0\]\.people\[0\]: .*(contact|mobile)/)
    expect(await said('facts: { limits: { jobFamilies: 1 } }, jobFamilies: [{ name: A }, { name: B }]')).toMatch(
      /^companies\[0\]\.jobFamilies\[1\]: .*job family limit reached \(most 1\)/,
    )
    expect(await said('employeeTypes: [{ content: A, i18nContent: { en_us: X } }, { content: B, i18nContent: { en_us: X } }]')).toMatch(
      /^companies\[0\]\.employeeTypes\[1\]\.i18nContent: .* stands in line \d+ already/,
    )
    expect(await contentOf(directory)).toEqual(before)
  })
})

/** What is wrong, where, and with which words. */
const wrong: readonly (readonly [text: string, place: string, words: string])[] = [
  ['people: [{ code: a, name: A, leader: b }]', 'people[0].leader', 'no person with the code "b"'],
  ['people: [{ code: a, name: A, departments: [X/Y] }]', 'people[0].departments[0]', 'no department "X/Y"'],
  ['people: [{ code: a, name: A, jobFamily: X }]', 'people[0].jobFamily', 'no job family called "X"'],
  ['people: [{ code: a, name: A, jobLevel: X }]', 'people[0].jobLevel', 'no job level called "X"'],
  ['people: [{ code: a, name: A, employeeType: X }]', 'people[0].employeeType', 'no employee type that says "X"'],
  [
    'people: [{ code: a, name: A, customAttributes: [{ attribute: C-1 }] }]',
    'people[0].customAttributes[0].attribute',
    'no custom attribute C-1',
  ],
  ['people: [{ code: a, name: A }, { code: a, name: B }]', 'people[1].code', 'Give each its own'],
  ['people: [{ code: a, name: A, mobile: "1" }, { code: b, name: B, mobile: "1" }]', 'people[1].mobile', 'Give each its own'],
  ['people: [{ code: a, name: A, createdAt: 2025-01-01T00:00:00Z }]', 'people[0].createdAt', 'written with its `id`'],
  ['departments: [{ name: A }, { name: A }]', 'departments[1].name', 'Give each its own'],
  ['departments: [{ name: A, position: 1 }, { name: B, position: 1 }]', 'departments[1].position', 'Give each its own'],
  ['departments: [{ name: A, unit: X }]', 'departments[0].unit', 'no unit with the id X'],
  ['departments: [{ name: A, leaders: [{ person: b }] }]', 'departments[0].leaders[0].person', 'no person with the code "b"'],
  ['departments: [{ name: A, partners: [b] }]', 'departments[0].partners[0]', 'no person with the code "b"'],
  ['jobFamilies: [{ name: A, parent: B }]', 'jobFamilies[0].parent', 'no job family called "B"'],
  ['jobFamilies: [{ name: C }, { name: A, parent: A }]', 'jobFamilies[1].parent', 'below the family itself'],
  ['jobLevels: [{ name: A, order: 100 }, { name: B, order: 100 }]', 'jobLevels[1].order', 'Give each its own'],
  ['groups: [{ name: A, people: [b] }]', 'groups[0].people[0]', 'no person with the code "b"'],
  ['groups: [{ name: A, departments: [X] }]', 'groups[0].departments[0]', 'no department "X"'],
  ['groups: [{ name: A, rule: "[" }]', 'groups[0].rule', 'JSON'],
  ['roles: [{ name: A, members: [{ person: b }] }]', 'roles[0].members[0].person', 'no person with the code "b"'],
  [
    'people: [{ code: b, name: B }], departments: [{ name: D }], roles: [{ name: A, members: [{ person: b, scope: all, departments: [D] }] }]',
    'roles[0].members[0].scope',
    'Leave out one',
  ],
]

test.for(wrong)('%s', async ([text, place, words]) => {
  const directory = await emptyDirectory({ name: 'sqlite', newDatabase: async () => undefined })
  const lines = await complaints(directory, only(text))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(` companies[0].${place}: `)
  expect(lines[0]).toContain(words)
})

test('what the directory says otherwise is refused, each thing in its place', async () => {
  const directory = await emptyDirectory({ name: 'sqlite', newDatabase: async () => undefined })
  await seed(directory, written)
  const other = written
    .replace('roles: 3', 'roles: 4')
    .replace('order: 400', 'order: 401')
    .replace('activated: true', 'activated: false')
    .replace('departments: [Engineering/]', 'departments: [Administration]')
    .replace('{ person: chen, scope: all }', '{ person: chen, scope: none }')
    .replace('code: platform', 'code: other')
  const places = (await complaints(directory, other)).map((line) => /companies\[0\]\.(\S+):/.exec(line)?.[1])
  expect(places.sort()).toEqual([
    ...['departments[0].departments[0].code', 'facts.limits.roles', 'jobLevels[0].order', 'people[0].activated'],
    ...['people[1].departments', 'roles[0].members[0].scope'],
  ])
})
