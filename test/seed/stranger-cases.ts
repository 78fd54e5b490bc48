import { expect } from 'vitest'
import { head } from './meaning-cases.ts'

const works = `${head}organizations:\n  - manager: Works\n`
const time = '2025-01-01T00:00:00Z'

const noMember = (place: string) =>
  expect.stringMatching(
    new RegExp(
      `^c:4:\\d+: organizations\\[0\\]\\.${place}: account \\d+ is no member of the organization\\. Write it under \`members\`\\.$`,
    ),
  ) as unknown as string

/** Documents that say of an account what can only be true of a member, and every line that is said of them. */
export const strangerCases: [what: string, text: string, lines: string[]][] = [
  [
    'a deletion of an account that is no member',
    `${works}    deletions: [{ account: Free, requestedAt: ${time}, dueAt: ${time} }]\n`,
    [noMember('deletions\\[0\\]')],
  ],
  [
    'a company that is administered by an account that is no member',
    `${works}    entities: [{ name: Harbor Foods, manager: Free }]\n`,
    [noMember('entities\\[0\\]')],
  ],
  [
    'a company that is administered by an account that there is not',
    `${works}    entities: [{ name: Harbor Foods, manager: 7 }]\n`,
    ['c:4:47: organizations[0].entities[0].manager: there is no account 7. Write it under `accounts`.'],
  ],
]
