import type { Tx } from '../../storage/store.ts'
import { holdStream } from '../../storage/tables/event-streams.ts'
import { noteFailure, noteSuccess } from '../../storage/tables/mail-bindings.ts'
import { changeAccount } from '../accounts/change-account.ts'
import { accountsStream } from '../events.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { mailBindingOf, requirePending } from './find-binding.ts'
import type { MailBinding } from './mail-binding.ts'

/** What the person did with the mail. */
export interface Finish {
  readonly outcome: 'success' | 'failed'
  /** Whether the phone was proven too. */
  readonly phone: boolean
  readonly description?: string | undefined
}

/**
 * Ends a binding that waits. With success the account has a security address, as its facts say; otherwise address and phone are free again.
 * Runs in the organization's stream. Refuses with `mail_binding_not_found`, `mail_binding_finished`.
 */
export async function finishBinding(tx: Tx, organization: number, uin: number, finish: Finish): Promise<MailBinding> {
  const found = await mailBindingOf(tx, organization, uin)
  if (!found) throw new Refused({ fact: 'mail_binding_not_found', uin })
  const before = requirePending(found)
  const { outcome: status, phone: phoneBound, description = finish.outcome } = finish
  const after: MailBinding = { ...before, status, phoneBound, description, boundAt: status === 'success' ? tx.origin.at : null }
  const noted = { organization, uin, phone_bound: phoneBound ? 1 : 0, description }
  if (after.boundAt === null) await tx.run(noteFailure, noted)
  else {
    await tx.run(noteSuccess, { ...noted, bound_at: after.boundAt })
    // Nobody may change the account between reading and writing it.
    await tx.run(holdStream, { tenant: accountsStream })
    await changeAccount(tx, uin, { facts: { securityMail: true } })
  }
  record(tx, {
    kind: 'mail_binding_confirmed',
    subject: String(uin),
    before: { id: before.id, status: before.status },
    after: { id: after.id, status, phoneBound, description },
  })
  return after
}
