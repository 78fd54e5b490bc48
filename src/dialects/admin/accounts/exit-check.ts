import { Type } from 'typebox'
import type { Text } from '../../../contract/operation.ts'
import { exitCheck as check } from '../../../directory/leaving/exit-check.ts'
import type { Way } from '../../../directory/leaving/gate.ts'
import type { Blocker } from '../../../directory/refusals/leaving.ts'
import { type AdminOperation, adminOperation } from '../admin-operation.ts'
import { uin } from '../fields.ts'

/** How the vendor's wire words a blocker of one way out. */
export type WordBlocker = (way: Way, blocker: Blocker) => { readonly code: string; readonly explanation: Text; readonly remedy: string }

const blockers = (action: string) =>
  Type.Array(
    Type.Object({
      code: Type.String({ description: `What ${action} answers while this is the first` }),
      fact: Type.String({ description: 'Name of the fact' }),
      explanation: Type.Object({ en: Type.String(), zh: Type.String() }),
      remedy: Type.String({
        description:
          'The call that takes it away, or the one that must come before: method, path and body of this API, or name and parameters of an action ' +
          "that the organization's manager calls",
      }),
    }),
    { description: `What keeps ${action} from succeeding, in the order in which it is answered; empty = free to go` },
  )

/** The wording is the vendor's, and comes from outside: no wire knows another. */
export function exitCheck(word: WordBlocker): AdminOperation {
  return adminOperation({
    name: 'ExitCheck',
    area: 'accounts',
    summary: {
      en: 'Tell everything that keeps an account in its organization, for each way out at once, with the call that clears it',
      zh: '一次列出账号三种离开方式的所有阻碍，以及解除各项阻碍的调用',
    },
    kind: 'read',
    method: 'GET',
    path: '/admin/v1/accounts/:uin/exit-check',
    params: { uin },
    output: Type.Object({
      remove: blockers('DeleteOrganizationMembers'),
      quit: blockers('QuitOrganization'),
      delete: blockers('DeleteAccount'),
    }),
    status: 200,
    errors: ['account_not_found', 'no_organization'],
    async handle({ session }, { params }) {
      const found = await session.read((reader) => check(reader, params.uin))
      const worded = (way: Way) =>
        found[way].map(({ blocker, before }) => {
          const told = { fact: blocker.fact, ...word(way, blocker) }
          return before ? { ...told, remedy: word('remove', before).remedy } : told
        })
      return { remove: worded('remove'), quit: worded('quit'), delete: worded('delete') }
    },
  })
}
