import type { Text } from '../../../contract/operation.ts'
import type { Way } from '../../../directory/leaving/gate.ts'
import type { Blocker } from '../../../directory/refusals/leaving.ts'
import type { Action } from '../action.ts'
import { deleteAccount } from '../departments-and-members/delete-account.ts'
import { deleteOrganizationMembers } from '../departments-and-members/delete-organization-members.ts'
import { quitOrganization } from '../organization-settings/quit-organization.ts'
import { wordRefusal } from '../refusals.ts'
import { remedyFor } from './leaving-remedies.ts'

const actions: Readonly<Record<Way, Pick<Action, 'name' | 'codes'>>> = {
  remove: deleteOrganizationMembers,
  quit: quitOrganization,
  delete: deleteAccount,
}

/** What the action of a way out answers to a blocker, and the call that takes the blocker away. */
export function wordBlocker(way: Way, blocker: Blocker): { code: string; explanation: Text; remedy: string } {
  const { code, text } = wordRefusal(blocker, actions[way])
  return { code, explanation: text, remedy: remedyFor(blocker) }
}
