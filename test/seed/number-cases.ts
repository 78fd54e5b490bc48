import { head } from './meaning-cases.ts'

const works = `${head}organizations:\n  - manager: Works\n`
const time = '2025-01-01T00:00:00Z'

/** Documents that give a number or an id to two things, or one that is taken, and every line that is said of it. */
export const numberCases: [what: string, text: string, lines: string[]][] = [
  [
    'two organizations of one number',
    `${head}organizations:\n  - { manager: Free, id: 123456789 }\n  - { manager: 100000000001, id: 123456789 }\n`,
    ['c:4:34: organizations[1].id: 123456789 stands in line 3 already. Give each its own.'],
  ],
  [
    'two departments of one number',
    `${works}    nodes: [{ name: X, id: 7, nodes: [{ name: Y, id: 7 }] }]\n`,
    ['c:4:54: organizations[0].nodes[0].nodes[0].id: 7 stands in line 4 already. Give each its own.'],
  ],
  [
    'a department with the number of the root of another organization',
    `${head}organizations:\n  - { manager: Free, root: { id: 7 } }\n  - { manager: Works, nodes: [{ name: X, id: 7 }] }\n`,
    ['c:4:46: organizations[1].nodes[0].id: 7 stands in line 3 already. Give each its own.'],
  ],
  [
    'a root with a number that a department has',
    `${head}organizations:\n  - { manager: Free, root: { id: 1234567 } }\n`,
    ['c:3:34: organizations[0].root.id: another department has the number 1234567. Leave it out.'],
  ],
  [
    'two zones of one id',
    `${head}organizations:\n  - manager: Free\nzones:\n  - { manager: Harbor, name: h, id: z-7 }\n  - { manager: Free, name: f, id: z-7 }\n`,
    ['c:6:35: zones[1].id: "z-7" stands in line 5 already. Give each its own.'],
  ],
  [
    'two invitations of one number, of two organizations',
    `${works}    invitations: [{ account: Free, id: 7 }]\n  - manager: Harbor\n    invitations: [{ account: Free, id: 7 }]\n`,
    ['c:6:40: organizations[1].invitations[0].id: 7 stands in line 4 already. Give each its own.'],
  ],
  [
    'two companies of one number',
    `${works}    entities: [{ name: A, id: 7 }, { name: B, id: 7 }]\n`,
    ['c:4:51: organizations[0].entities[1].id: 7 stands in line 4 already. Give each its own.'],
  ],
  [
    'two records of one number',
    `${works}    creations: [{ id: 7 }, { id: 7, account: Shop }]\n`,
    ['c:4:34: organizations[0].creations[1].id: 7 stands in line 4 already. Give each its own.'],
  ],
  [
    'an account that is named twice, by its name and by its Uin',
    `${head}accounts:\n  - { name: New, uin: 5 }\norganizations:\n  - manager: Works\n    members: [{ account: New }]\n` +
      `    deletions:\n      - { account: New, requestedAt: ${time}, dueAt: ${time} }\n      - { account: 5, requestedAt: ${time}, dueAt: ${time} }\n` +
      '    applications: [{ account: 5, entity: X }, { account: New, entity: Y }]\n' +
      '    mailBindings: [{ account: 5, email: a@b, phone: "1" }, { account: New, email: c@d, phone: "2" }]\n' +
      '    services: [{ service: tag, account: 5 }, { service: tag, account: New }]\n',
    [
      'c:9:20: organizations[0].deletions[1].account: 5 stands in line 8 already. Give each its own.',
      'c:10:58: organizations[0].applications[1].account: 5 stands in line 10 already. Give each its own.',
      'c:11:71: organizations[0].mailBindings[1].account: 5 stands in line 11 already. Give each its own.',
      'c:12:71: organizations[0].services[1].account: "tag 5" stands in line 12 already. Give each its own.',
    ],
  ],
]
