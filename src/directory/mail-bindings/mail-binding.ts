import type { MailBindingRow } from '../../storage/schemas/organizations.ts'
import { folded } from '../users/user.ts'

/** A phone as it is dialled: country code without plus sign, and the number. */
export interface Phone {
  readonly countryCode: string
  readonly phone: string
}

/** The address and phone that make an account that its organization created a person's own. */
export interface MailBinding extends Phone {
  readonly organization: number
  readonly uin: number
  /** Counts the bindings of this account, from 1. */
  readonly id: number
  readonly email: string
  /** `valid` until the person answers the mail. */
  readonly status: 'valid' | 'success' | 'failed'
  readonly phoneBound: boolean
  readonly description: string
  /** The calendar day of the request, where the organization is. */
  readonly day: string
  /** How many were requested for this account on that day. */
  readonly requests: number
  readonly updates: number
  /** How often the mail was sent again, and when last; 0 when never. */
  readonly sends: number
  readonly sentAt: number
  readonly createdAt: number
  readonly boundAt: number | null
}

export function mailBindingFrom(row: MailBindingRow): MailBinding {
  return {
    organization: row.organization,
    uin: row.uin,
    id: row.id,
    email: row.email,
    countryCode: row.country_code,
    phone: row.phone,
    status: row.status as MailBinding['status'],
    phoneBound: row.phone_bound === 1,
    description: row.description,
    day: row.day,
    requests: row.requests,
    updates: row.updates,
    sends: row.sends,
    sentAt: row.sent_at,
    createdAt: row.created_at,
    boundAt: row.bound_at,
  }
}

/** `place` is which of the accounts of its phone this is. A binding that failed holds neither address nor place. */
export function mailBindingRow(binding: MailBinding, place: number): MailBindingRow {
  const failed = binding.status === 'failed'
  return {
    organization: binding.organization,
    uin: binding.uin,
    id: binding.id,
    email: binding.email,
    country_code: binding.countryCode,
    phone: binding.phone,
    status: binding.status,
    phone_bound: binding.phoneBound ? 1 : 0,
    description: binding.description,
    day: binding.day,
    requests: binding.requests,
    updates: binding.updates,
    sends: binding.sends,
    sent_at: binding.sentAt,
    created_at: binding.createdAt,
    bound_at: binding.boundAt,
    address: failed ? null : folded(binding.email),
    place: failed ? null : place,
  }
}
