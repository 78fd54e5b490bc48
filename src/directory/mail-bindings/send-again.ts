import type { Tx } from '../../storage/store.ts'
import { noteSent } from '../../storage/tables/mail-bindings.ts'
import { memberNow } from '../members/find-member.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { pendingBinding } from './find-binding.ts'

const minute = 60_000
/** Between one time and the next. */
const pause = 60 * minute

/**
 * Sends the mail of a binding that still waits once more: it goes out with the event. Runs in the organization's stream.
 * Refuses with `member_not_found`, `mail_binding_not_found`, `mail_binding_replaced`, `mail_binding_finished`, `mail_sends_used`,
 * `mail_sent_lately`.
 */
export async function sendAgain(tx: Tx, organization: number, uin: number, id: number): Promise<void> {
  await memberNow(tx, organization, uin)
  const binding = await pendingBinding(tx, organization, uin, id)
  const { limits } = await organizationNow(tx, organization)
  if (binding.sends >= limits.mailBindingSends) throw new Refused({ fact: 'mail_sends_used', quota: limits.mailBindingSends })
  const at = tx.origin.at
  const free = binding.sentAt + pause
  if (binding.sends > 0 && at < free) throw new Refused({ fact: 'mail_sent_lately', minutes: Math.ceil((free - at) / minute) })
  await tx.run(noteSent, { organization, uin, sends: binding.sends + 1, sent_at: at })
  record(tx, { kind: 'mail_binding_sent', subject: String(uin), after: { id, email: binding.email, sends: binding.sends + 1 } })
}
