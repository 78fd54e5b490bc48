import { head } from './meaning-cases.ts'

const taken = (name: string) => `the organization has another member called "${name}". Give each its own \`name\`.`

/** Over what the directory holds before each case: no two members of an organization have the same name. */
export const memberCases: [what: string, text: string, lines: string[]][] = [
  [
    'a member of a name that another has',
    `${head}organizations:\n  - manager: Works\n    members: [{ account: Free, name: Shop }]\n`,
    [`c:4:38: organizations[0].members[0].name: ${taken('Shop')}`],
  ],
  [
    'members whose accounts have one name, and one of the name that the manager has',
    `${head}accounts: [{ name: New }]\norganizations:\n  - manager: Free\n    members: [{ account: 100000000001 }, { account: 100000000002 }, { account: New, name: Free }]\n`,
    [`c:5:53: organizations[0].members[1].account: ${taken('Twin')}`, `c:5:91: organizations[0].members[2].name: ${taken('Free')}`],
  ],
  [
    'a member of the name that the document gives the manager, whose own is free by that',
    `${head}accounts: [{ name: New }]\norganizations:\n  - manager: Free\n    members: [{ account: New, name: Free }, { account: 100000000001, name: HQ }, { account: Free, name: HQ }]\n`,
    [`c:5:105: organizations[0].members[2].name: ${taken('HQ')}`],
  ],
]
