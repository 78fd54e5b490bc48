import { expect, test } from 'vitest'
import { SeedRefused } from '../../src/seed/read/finding.ts'
import { readSeed } from '../../src/seed/read/read-seed.ts'

/** What is said of a text before any directory is asked. */
function said(text: string): readonly string[] {
  try {
    readSeed(text, 'c.yaml').findings.require()
    return []
  } catch (error) {
    if (error instanceof SeedRefused) return error.lines
    throw error
  }
}

const head = 'rollcall: 1\n'
const zone = `${head}zones:\n  - manager: A\n    name: z\n`
const organization = `${head}organizations:\n  - manager: A\n`

const cases: [what: string, text: string, lines: string[]][] = [
  ['an empty file', '', ['c.yaml:1:1: nothing is written here. Write a seed document.']],
  ['no document', '- a\n', ['c.yaml:1:1: ["a"] is not a seed document.']],
  ['no version', 'accounts: []\n', ['c.yaml:1:1: `rollcall` is missing. Write 1, the version of this form.']],
  ['another version', 'rollcall: 2\n', ['c.yaml:1:11: rollcall: 2 is not 1, the version of this form.']],
  [
    'an unknown section, near a known one',
    `${head}account: []\n`,
    ['c.yaml:2:1: account: `account` is not known here. Did you mean `accounts`?'],
  ],
  [
    'an unknown section, near none',
    `${head}xyzzy: []\n`,
    ['c.yaml:2:1: xyzzy: `xyzzy` is not known here. There are rollcall, accounts, organizations, zones, companies, mailBindings.'],
  ],
  [
    'a thing for a list',
    `${head}accounts:\n  name: A\n`,
    ['c.yaml:3:3: accounts: {"name":"A"} is not a list of accounts: begin each with a dash.'],
  ],
  ['a text for a thing', `${head}accounts:\n  - A\n`, ['c.yaml:3:5: accounts[0]: "A" is not an account.']],
  [
    'an account without a name',
    `${head}accounts:\n  - uin: 1\n`,
    ['c.yaml:3:5: accounts[0]: `name` is missing. Write a text of 1 to 1024 characters.'],
  ],
  ['an empty name', `${head}accounts:\n  - name: ""\n`, ['c.yaml:3:11: accounts[0].name: "" is not a text of 1 to 1024 characters.']],
  [
    'a name left empty',
    `${head}accounts:\n  - name:\n`,
    ['c.yaml:3:10: accounts[0].name: nothing is written here. Write a text of 1 to 1024 characters.'],
  ],
  [
    'a number for a text',
    `${head}accounts:\n  - name: 007\n`,
    ['c.yaml:3:11: accounts[0].name: 7 is not a text of 1 to 1024 characters. Put it in quotes.'],
  ],
  [
    'a key that no request could be signed with',
    `${head}accounts:\n  - { name: A, keys: [{ secretId: a b, secretKey: x }] }\n`,
    ['c.yaml:3:35: accounts[0].keys[0].secretId: "a b" is not an id of 1 to 128 ASCII characters without spaces, `/` and `,`.'],
  ],
  [
    'an id that is longer than any wire takes',
    `${head}zones:\n  - { manager: A, name: z, id: z-${'0'.repeat(63)} }\n`,
    [`c.yaml:3:32: zones[0].id: "z-${'0'.repeat(54)}… is not an id such as z-0123456789ab.`],
  ],
  [
    'a text for a number',
    `${head}accounts:\n  - { name: A, uin: "12" }\n`,
    ['c.yaml:3:21: accounts[0].uin: "12" is not a whole number from 1.'],
  ],
  ['half a number', `${head}accounts:\n  - { name: A, uin: 1.5 }\n`, ['c.yaml:3:21: accounts[0].uin: 1.5 is not a whole number from 1.']],
  [
    'a number that is too large to be kept',
    `${head}accounts:\n  - { name: A, uin: 9007199254740993 }\n`,
    ['c.yaml:3:21: accounts[0].uin: 9007199254740992 is not a whole number from 1.'],
  ],
  [
    'a word that is none of the allowed',
    `${head}accounts:\n  - { name: A, verification: enterprize }\n`,
    ['c.yaml:3:30: accounts[0].verification: "enterprize" is not one of none, personal, enterprise. Did you mean enterprise?'],
  ],
  [
    'a fact that is unknown',
    `${head}accounts:\n  - { name: A, facts: { ballance: 1 } }\n`,
    ['c.yaml:3:25: accounts[0].facts.ballance: `ballance` is not known here. Did you mean `balance`?'],
  ],
  [
    'a switch that is no switch',
    `${head}accounts:\n  - { name: A, facts: { paymentCard: "yes" } }\n`,
    ['c.yaml:3:38: accounts[0].facts.paymentCard: "yes" is not true or false.'],
  ],
  [
    'a key without its secret',
    `${head}accounts:\n  - { name: A, keys: [{ secretId: B }] }\n`,
    ['c.yaml:3:23: accounts[0].keys[0]: `secretKey` is missing. Write a text of 1 to 1024 characters.'],
  ],
  [
    'an organization without a manager',
    `${head}organizations:\n  - id: 5\n`,
    ['c.yaml:3:5: organizations[0]: `manager` is missing. Write an account: its name, or its Uin as a number.'],
  ],
  [
    'a limit below 0',
    `${organization}    limits: { nodes: -1 }\n`,
    ['c.yaml:4:22: organizations[0].limits.nodes: -1 is not a whole number from 0.'],
  ],
  [
    'a department with a slash',
    `${organization}    nodes: [{ name: a/b }]\n`,
    ['c.yaml:4:21: organizations[0].nodes[0].name: "a/b" is not a text of 1 to 1024 characters without /.'],
  ],
  [
    'a department far down',
    `${organization}    nodes:\n      - name: a\n        nodes:\n          - name: b\n            nodes:\n              - remark: c\n`,
    ['c.yaml:9:17: organizations[0].nodes[0].nodes[0].nodes[0]: `name` is missing. Write a text of 1 to 1024 characters without /.'],
  ],
  [
    'a tag without a value',
    `${organization}    root: { tags: [{ key: a }] }\n`,
    ['c.yaml:4:20: organizations[0].root.tags[0]: `value` is missing. Write a text of at most 1024 characters.'],
  ],
  [
    'a permission that is no number',
    `${organization}    members: [{ account: B, permissions: [one] }]\n`,
    ['c.yaml:4:43: organizations[0].members[0].permissions[0]: "one" is not a whole number from 1.'],
  ],
  [
    'an account that is neither',
    `${organization}    members: [{ account: true }]\n`,
    ['c.yaml:4:26: organizations[0].members[0].account: true is not an account: its name, or its Uin as a number.'],
  ],
  [
    'a service that there is not',
    `${organization}    services: [{ service: cloudaudits, account: B }]\n`,
    [
      'c.yaml:4:27: organizations[0].services[0].service: "cloudaudits" is not one of cloudaudit, cam, tag, cic, finance, config. Did you mean cloudaudit?',
    ],
  ],
  [
    'a mail binding without a phone',
    `${organization}    mailBindings: [{ account: B, email: a@b }]\n`,
    ['c.yaml:4:20: organizations[0].mailBindings[0]: `phone` is missing. Write a text of at most 64 characters.'],
  ],
  [
    'an invitation of a strange status',
    `${organization}    invitations: [{ account: B, status: gone }]\n`,
    ['c.yaml:4:41: organizations[0].invitations[0].status: "gone" is not one of open, accepted, denied, cancelled.'],
  ],
  [
    'a zone without a name',
    `${head}zones:\n  - manager: A\n`,
    ['c.yaml:3:5: zones[0]: `name` is missing. Write a text of 1 to 1024 characters.'],
  ],
  [
    'a quota that is unknown',
    `${zone}    quotas: { user: 5 }\n`,
    ['c.yaml:5:15: zones[0].quotas.user: `user` is not known here. Did you mean `users`?'],
  ],
  [
    'an id of another kind',
    `${zone}    users: [{ name: a, id: g-000000000001 }]\n`,
    ['c.yaml:5:28: zones[0].users[0].id: "g-000000000001" is not an id such as u-0123456789ab.'],
  ],
  [
    'a time without a zone',
    `${zone}    createdAt: 2026-01-01T08:00:00\n`,
    ['c.yaml:5:16: zones[0].createdAt: "2026-01-01T08:00:00" is not a time in UTC such as 2026-01-31T08:00:00.000Z.'],
  ],
  [
    'a day that there is not',
    `${zone}    createdAt: 2026-02-30T08:00:00Z\n`,
    [
      'c.yaml:5:16: zones[0].createdAt: "2026-02-30T08:00:00Z" is no day or time that there is. Write a time in UTC such as 2026-01-31T08:00:00.000Z.',
    ],
  ],
  [
    'a group whose member is a list',
    `${zone}    groups: [{ name: g, members: [[a]] }]\n`,
    ['c.yaml:5:35: zones[0].groups[0].members[0]: ["a"] is not a user: its name, or { user, joinedAt }.'],
  ],
  [
    'U+0000',
    `${zone}    users: [{ name: "a\\0" }]\n`,
    ['c.yaml:5:21: zones[0].users[0].name: holds the character U+0000, which no database keeps. Take it out.'],
  ],
  [
    'half of a pair',
    `${zone}    users: [{ name: "a\\ud800" }]\n`,
    ['c.yaml:5:21: zones[0].users[0].name: holds half of a surrogate pair, which no database keeps. Write the whole character.'],
  ],
  [
    'U+0000 in what a source keeps with a user',
    `${zone}    users: [{ name: a, profile: { phoneNumbers: [{ value: "1\\0" }] } }]\n`,
    ['c.yaml:5:33: zones[0].users[0].profile: "1\\u0000" holds the character U+0000, which no database keeps. Take it out.'],
  ],
  [
    'half of a pair in a name of what a source keeps with a user',
    `${zone}    users: [{ name: a, profile: { "b\\udc00": 1 } }]\n`,
    [
      'c.yaml:5:33: zones[0].users[0].profile: "b\\udc00" holds half of a surrogate pair, which no database keeps. Write the whole character.',
    ],
  ],
  [
    'a text that is too long',
    `${zone}    users: [{ name: ${'a'.repeat(1025)} }]\n`,
    [`c.yaml:5:21: zones[0].users[0].name: "${'a'.repeat(56)}… is not a text of 1 to 1024 characters.`],
  ],
  ['the same member twice', `${head}rollcall: 1\n`, ['c.yaml:2:1: Map keys must be unique']],
  [
    'brackets that stay open',
    `${head}accounts: [`,
    ['c.yaml:2:12: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ],
  ['two documents', `${head}---\n${head}`, ['c.yaml:2:1: Source contains multiple documents; please use YAML.parseAllDocuments()']],
  ['an anchor that nobody wrote', `${head}accounts: *a\n`, ['c.yaml:2:11: nothing is called &a before this. Write what is meant.']],
  ['a tag that means nothing', `${head}accounts: !thing []\n`, ['c.yaml:2:11: Unresolved tag: !thing']],
]

test.for(cases)('%s', ([, text, lines]) => {
  expect(said(text)).toEqual(lines)
})

test('everything is said at once, in the order in which it stands', () => {
  const text = `${head}accounts:\n  - { name: 1 }\n  - { nam: B }\nzones:\n  - { name: z, manager: A, users: [{ id: x }] }\n`
  expect(said(text).map((line) => line.split(': ')[0])).toEqual(['c.yaml:3:13', 'c.yaml:4:5', 'c.yaml:4:7', 'c.yaml:6:36', 'c.yaml:6:42'])
})

test('what an alias brings in is complained of where the alias stands', () => {
  const text = `${head}accounts:\n  - &one { name: A, uin: 0 }\n  - *one\n`
  expect(said(text)).toEqual([
    'c.yaml:3:26: accounts[0].uin: 0 is not a whole number from 1.',
    'c.yaml:4:5: accounts[1].uin: 0 is not a whole number from 1.',
  ])
})

test('a bomb of aliases is refused before it goes off', () => {
  const levels = Array.from({ length: 9 }, (_, level) => `  - &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`)
  expect(said(`${head}accounts:\n  - &a0 [x]\n${levels.join('\n')}\n`)).toEqual([
    'c.yaml:1:1: Excessive alias count indicates a resource exhaustion attack',
  ])
})

test('JSON is YAML', () => {
  expect(said('{"rollcall": 1, "accounts": [{"name": "A"}]}')).toEqual([])
})

test('a file that is no seed at all is told in a few short lines', () => {
  const lines = said(`**a**: b: [c](d): ${'text '.repeat(200)}\n`.repeat(50))
  expect(lines[0]).toMatch(/^c\.yaml:1:1: /)
  expect(lines.length).toBeLessThanOrEqual(5)
  for (const line of lines) expect(line.length).toBeLessThan(200)
})
