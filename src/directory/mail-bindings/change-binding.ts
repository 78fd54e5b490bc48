import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { requireCreated } from './created-member.ts'
import { pendingBinding } from './find-binding.ts'
import { keepBinding } from './keep-binding.ts'
import type { Phone } from './mail-binding.ts'

export interface ChangedBinding extends Phone {
  readonly uin: number
  readonly id: number
  readonly email: string
}

/**
 * Replaces address and phone of a binding that still waits: the mail goes to the new address. What it says already is no change.
 * Runs in the organization's stream. Refuses with `member_not_found`, `member_not_created`, `mail_binding_not_found`,
 * `mail_binding_replaced`, `mail_binding_finished`, `mail_binding_updates_used`, `address_taken`, `phone_bound_too_often`.
 */
export async function changeBinding(tx: Tx, organization: number, asked: ChangedBinding): Promise<void> {
  const { uin, id } = asked
  await requireCreated(tx, organization, uin)
  const before = await pendingBinding(tx, organization, uin, id)
  const { limits } = await organizationNow(tx, organization)
  const contact = { email: asked.email, countryCode: asked.countryCode, phone: asked.phone }
  const { email, countryCode, phone } = before
  if (isDeepStrictEqual(contact, { email, countryCode, phone })) return
  if (before.updates >= limits.mailBindingUpdates)
    throw new Refused({ fact: 'mail_binding_updates_used', quota: limits.mailBindingUpdates })
  await keepBinding(tx, { ...before, ...contact, updates: before.updates + 1 }, limits.accountsPerPhone)
  record(tx, { kind: 'mail_binding_changed', subject: String(uin), before: { id, email, countryCode, phone }, after: { id, ...contact } })
}
