import type { Tx } from '../../storage/store.ts'
import { countRequestsOfDay } from '../../storage/tables/mail-bindings.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { requireCreated } from './created-member.ts'
import { mailBindingOf } from './find-binding.ts'
import { keepBinding } from './keep-binding.ts'
import type { MailBinding, Phone } from './mail-binding.ts'

export interface NewBinding extends Phone {
  readonly uin: number
  readonly email: string
  /** The calendar day on which it is asked for. */
  readonly day: string
}

/**
 * Begins to bind address and phone to a created member: the mail goes out with the event. A binding that failed is replaced.
 * Runs in the organization's stream. Refuses with `member_not_found`, `member_not_created`, `mail_binding_exists`,
 * `mail_binding_quota_reached`, `address_taken`, `phone_bound_too_often`.
 */
export async function requestBinding(tx: Tx, organization: number, asked: NewBinding): Promise<MailBinding> {
  const { uin, day } = asked
  await requireCreated(tx, organization, uin)
  const before = await mailBindingOf(tx, organization, uin)
  if (before && before.status !== 'failed') throw new Refused({ fact: 'mail_binding_exists', uin, id: before.id, status: before.status })
  const { limits } = await organizationNow(tx, organization)
  const { n } = (await tx.first(countRequestsOfDay, { organization, day })) ?? { n: 0 }
  if (n >= limits.mailBindingsPerDay) throw new Refused({ fact: 'mail_binding_quota_reached', quota: limits.mailBindingsPerDay })
  const binding: MailBinding = {
    ...asked,
    organization,
    id: (before?.id ?? 0) + 1,
    status: 'valid',
    phoneBound: false,
    description: '',
    requests: before?.day === day ? before.requests + 1 : 1,
    updates: 0,
    sends: 0,
    sentAt: 0,
    createdAt: tx.origin.at,
    boundAt: null,
  }
  await keepBinding(tx, binding, limits.accountsPerPhone)
  const { id, email, countryCode, phone } = binding
  record(tx, { kind: 'mail_binding_requested', subject: String(uin), after: { id, email, countryCode, phone } })
  return binding
}
