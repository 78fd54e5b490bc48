import { expect } from 'vitest'

/** What the directory holds before each case. */
export const before = `\
rollcall: 1
accounts:
  - { name: Works, verification: enterprise }
  - { name: Shop, verification: enterprise, createdIn: Works }
  - { name: Free }
  - { name: Twin, uin: 100000000001 }
  - { name: Twin, uin: 100000000002 }
  - { name: Harbor, verification: enterprise, keys: [{ secretId: AKIDknown, secretKey: one }] }
organizations:
  - manager: Works
    nodes:
      - { name: Engineering, nodes: [{ name: Platform, id: 1234567 }] }
    members: [{ account: Shop, node: Engineering, remark: Sells }]
    services: [{ service: tag, account: Shop }]
    mailBindings: [{ account: Shop, email: shop@works.example, phone: "1" }]
  - manager: Harbor
zones:
  - manager: Works
    name: works
    quotas: { users: 3 }
    users: [{ name: a, id: u-00000000000a, email: a@works.example }, { name: b, owner: synchronized }]
    groups: [{ name: g, members: [a] }]
`

export const head = 'rollcall: 1\n'
const works = `${head}organizations:\n  - manager: Works\n`
const zone = `${head}zones:\n  - manager: Works\n    name: works\n`
const changesNothing = 'A seed changes nothing that is there: leave it out, or change it there.'

/** A document, and every line that is said of it. */
export const cases: [what: string, text: string, lines: string[]][] = [
  [
    'an account twice',
    `${head}accounts:\n  - { name: N }\n  - { name: N }\n`,
    ['c:4:13: accounts[1].name: "N" stands in line 3 already. Give each its own.'],
  ],
  [
    'a Uin twice',
    `${head}accounts:\n  - { name: N, uin: 5 }\n  - { name: M, uin: 5 }\n`,
    ['c:4:21: accounts[1].uin: 5 stands in line 3 already. Give each its own.'],
  ],
  [
    'a name that two accounts have',
    `${head}accounts:\n  - { name: Twin }\n`,
    ['c:3:13: accounts[0].name: 2 accounts are called "Twin": 100000000001, 100000000002. Write `uin` to say which.'],
  ],
  [
    'a manager whose name two accounts have',
    `${head}organizations:\n  - manager: Twin\n`,
    ['c:3:14: organizations[0].manager: several accounts are called "Twin". Write the Uin of the one that is meant.'],
  ],
  [
    'another verification',
    `${head}accounts:\n  - { name: Works, verification: personal }\n`,
    [`c:3:34: accounts[0].verification: is "personal" here and "enterprise" in the directory. ${changesNothing}`],
  ],
  [
    'another fact',
    `${head}accounts:\n  - { name: Works, facts: { balance: 1 } }\n`,
    [`c:3:38: accounts[0].facts.balance: is 1 here and 0 in the directory. ${changesNothing}`],
  ],
  [
    'a verified name without verification',
    `${head}accounts:\n  - { name: New, entity: X }\n`,
    ['c:3:26: accounts[0].entity: an account without verification has no verified name. Write `verification`, or leave it out.'],
  ],
  [
    'made by who manages nothing',
    `${head}accounts:\n  - { name: New, createdIn: Free }\n`,
    ['c:3:29: accounts[0].createdIn: Free manages no organization here. Write it under `organizations`, or the number of one.'],
  ],
  [
    'a known key with another secret',
    `${head}accounts:\n  - { name: Harbor, keys: [{ secretId: AKIDknown, secretKey: two }] }\n`,
    ['c:3:62: accounts[0].keys[0].secretKey: the directory has this key with another secret. Give the key another id.'],
  ],
  [
    "another account's key",
    `${head}accounts:\n  - { name: Free, keys: [{ secretId: AKIDknown, secretKey: one }] }\n`,
    [
      expect.stringMatching(
        /^c:3:38: accounts\[0\].keys\[0\].secretId: account \d+ has this key. Give it another id.$/,
      ) as unknown as string,
    ],
  ],
  [
    'a key for addresses that are none',
    `${head}accounts:\n  - { name: Free, keys: [{ secretId: K, secretKey: one, ipAllow: [300.1.1.1] }] }\n`,
    ['c:3:67: accounts[0].keys[0].ipAllow[0]: "300.1.1.1" is no IPv4 or IPv6 address and no CIDR range.'],
  ],
  [
    'a manager that there is not',
    `${head}organizations:\n  - manager: Wroks\n`,
    ['c:3:14: organizations[0].manager: no account is called "Wroks". Write it under `accounts`. Did you mean "Works"?'],
  ],
  [
    'a Uin that there is not',
    `${head}organizations:\n  - manager: 77\n`,
    ['c:3:14: organizations[0].manager: there is no account 77. Write it under `accounts`.'],
  ],
  [
    'a manager that belongs elsewhere',
    `${head}organizations:\n  - manager: Shop\n`,
    [
      expect.stringMatching(
        /^c:3:14: organizations\[0\].manager: Shop belongs to organization \d+, which it does not manage. Take it out there first.$/,
      ) as unknown as string,
    ],
  ],
  [
    'a manager of two',
    `${head}organizations:\n  - manager: Free\n  - manager: Free\n`,
    ['c:4:14: organizations[1].manager: Free manages another organization of this document. An account manages one at most.'],
  ],
  [
    'another limit',
    `${works}    limits: { nodes: 5 }\n`,
    [`c:4:22: organizations[0].limits.nodes: is 5 here and 1000 in the directory. ${changesNothing}`],
  ],
  [
    'a department whose name stands elsewhere',
    `${works}    nodes: [{ name: Platform }]\n`,
    [
      'c:4:21: organizations[0].nodes[0].name: the organization has a department called "Platform" already, at "Engineering/Platform". Give each its own name.',
    ],
  ],
  [
    'two departments of one name',
    `${works}    nodes: [{ name: X }, { name: Y, nodes: [{ name: X }] }]\n`,
    [
      'c:4:53: organizations[0].nodes[1].nodes[0].name: the organization has a department called "X" already, at "X". Give each its own name.',
    ],
  ],
  [
    'a number that a department has',
    `${works}    nodes: [{ name: X, id: 1234567 }]\n`,
    ['c:4:28: organizations[0].nodes[0].id: another department has the number 1234567. Leave it out.'],
  ],
  [
    'another remark of a member',
    `${works}    members: [{ account: Shop, remark: Buys }]\n`,
    [`c:4:40: organizations[0].members[0].remark: is "Buys" here and "Sells" in the directory. ${changesNothing}`],
  ],
  [
    'another department of a member',
    `${works}    members: [{ account: Shop, node: Engineering/Platform }]\n`,
    [`c:4:38: organizations[0].members[0].node: is "Engineering/Platform" here and "Engineering" in the directory. ${changesNothing}`],
  ],
  [
    'a department that there is not',
    `${works}    members: [{ account: Free, node: Engineering/Platfrom }]\n`,
    [
      'c:4:38: organizations[0].members[0].node: there is no department "Engineering/Platfrom". Write it under `nodes`. Did you mean "Engineering/Platform"?',
    ],
  ],
  [
    'a member twice',
    `${works}    members: [{ account: Free }, { account: Free }]\n`,
    ['c:4:45: organizations[0].members[1].account: Free is placed twice. An account belongs to one organization, and lies in one place.'],
  ],
  [
    'a member of another organization',
    `${head}organizations:\n  - manager: Harbor\n    members: [{ account: Shop }]\n`,
    [
      expect.stringMatching(
        /^c:4:26: organizations\[0\].members\[0\].account: Shop belongs to organization \d+. Take it out there first.$/,
      ) as unknown as string,
    ],
  ],
  [
    'an invitation that was closed just now',
    `${works}    invitations: [{ account: Free, status: denied }]\n`,
    [
      'c:4:44: organizations[0].invitations[0].status: an invitation that is sent now is open. Leave it out, or write the `id` of one that was sent before.',
    ],
  ],
  [
    'a part of everything',
    `${works}    services: [{ service: tag, account: Shop, scope: all, accounts: [Shop] }]\n`,
    ['c:4:54: organizations[0].services[0].scope: names a part too. Write `scope: part`, or leave `accounts` and `nodes` out.'],
  ],
  [
    'another address',
    `${works}    mailBindings: [{ account: Shop, email: x@y, phone: "1" }]\n`,
    [`c:4:44: organizations[0].mailBindings[0].email: is "x@y" here and "shop@works.example" in the directory. ${changesNothing}`],
  ],
  [
    'a zone of no organization',
    `${head}zones:\n  - { manager: Free, name: x }\n`,
    ['c:3:16: zones[0].manager: Free manages no organization. Write it under `organizations`.'],
  ],
  [
    'a second zone of an organization',
    `${zone}  - manager: Works\n    name: other\n`,
    ['c:5:14: zones[1].manager: the organization of Works has another zone in this document. It has one at most.'],
  ],
  [
    'another name of the zone',
    `${head}zones:\n  - { manager: Works, name: other }\n`,
    [`c:3:29: zones[0].name: is "other" here and "works" in the directory. ${changesNothing}`],
  ],
  [
    'another quota',
    `${zone}    quotas: { groups: 5 }\n`,
    [`c:5:23: zones[0].quotas.groups: is 5 here and 500 in the directory. ${changesNothing}`],
  ],
  [
    'more users than there is room for',
    `${zone}    users: [{ name: c }, { name: d }]\n`,
    ["c:5:12: zones[0].users: 4 users are more than the zone's quota of 3. Raise the quota there first."],
  ],
  [
    'a user twice, but for case',
    `${zone}    users: [{ name: c }, { name: C }]\n`,
    ['c:5:34: zones[0].users[1].name: "c" stands in line 5 already. Give each its own.'],
  ],
  [
    'an address twice',
    `${zone}    users: [{ name: a, email: A@works.example }]\n`,
    [`c:5:31: zones[0].users[0].email: is "A@works.example" here and "a@works.example" in the directory. ${changesNothing}`],
  ],
  [
    'an id that another user has',
    `${zone}    users: [{ name: c, id: u-00000000000a }]\n`,
    ['c:5:28: zones[0].users[0].id: another user of the zone has the id u-00000000000a. Leave it out.'],
  ],
  [
    'names of users and groups that nobody could give by hand; a source may, and so it may have stood elsewhere',
    `${zone}    users: [{ name: 李 }]\n    groups: [{ name: On call }, { name: All hands, owner: synchronized }, { name: "A&B", id: g-1 }]\n`,
    [
      'c:5:21: zones[0].users[0].name: no user that is kept by hand can be called "李": write 1 to 64 of letters, digits and +=,.@_-, or `owner: synchronized`.',
      'c:6:22: zones[0].groups[0].name: no group that is kept by hand can be called "On call": write 1 to 128 of letters, digits and -, or `owner: synchronized`.',
    ],
  ],
  [
    'a group twice',
    `${zone}    groups: [{ name: h }, { name: H }]\n`,
    ['c:5:35: zones[0].groups[1].name: "h" stands in line 5 already. Give each its own.'],
  ],
  [
    'a user that there is not',
    `${zone}    groups: [{ name: h, members: [aa] }]\n`,
    ['c:5:35: zones[0].groups[0].members[0]: the zone has no user called "aa". Write it under `users`. Did you mean "a"?'],
  ],
  [
    'a user twice in a group',
    `${zone}    groups: [{ name: h, members: [a, A] }]\n`,
    ['c:5:38: zones[0].groups[0].members[1]: "A" stands in this group already. Name each once.'],
  ],
  // What only the directory itself refuses, when it is written.
  [
    'a manager without verification',
    `${head}organizations:\n  - manager: Free\n`,
    ['c:3:5: organizations[0]: its manager is not verified as an enterprise. Write `verification: enterprise` at that account.'],
  ],
  [
    'a department that lies too deep',
    `${works}    nodes: [{ name: "1", nodes: [{ name: "2", nodes: [{ name: "3", nodes: [{ name: "4", nodes: [{ name: "5", nodes: [{ name: "6" }] }] }] }] }] }]\n`,
    [
      'c:4:118: organizations[0].nodes[0].nodes[0].nodes[0].nodes[0].nodes[0].nodes[0]: it lies deeper than 5 levels below the root. Move it up.',
    ],
  ],
  [
    'a service that nobody may administer',
    `${works}    services: [{ service: finance, account: Shop }]\n`,
    ['c:4:16: organizations[0].services[0]: finance cannot be administered by members.'],
  ],
  [
    "a mail binding with another's address",
    `${works}    members: [{ account: Free }]\n    mailBindings: [{ account: Free, email: Shop@works.example, phone: "1" }]\n`,
    ['c:5:20: organizations[0].mailBindings[0]: another account has the address Shop@works.example. Give it another.'],
  ],
  [
    'an address that another user has',
    `${zone}    users: [{ name: c, email: A@works.example }]\n`,
    ['c:5:31: zones[0].users[0].email: another user of the zone has the address A@works.example. Give it another.'],
  ],
  [
    'owners that differ',
    `${zone}    groups: [{ name: g, members: [b] }]\n`,
    ['c:5:35: zones[0].groups[0].members[0]: the group is manual and the user synchronized. Give both the same `owner`.'],
  ],
  [
    'a zone name that another organization has',
    `${head}zones:\n  - { manager: Harbor, name: works }\n`,
    ['c:3:5: zones[0]: another zone is called "works". Give it another name.'],
  ],
]
