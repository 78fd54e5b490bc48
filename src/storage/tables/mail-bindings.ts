import { sql } from 'kysely'
import type { MailBindingRow } from '../schemas/organizations.ts'
import { statement } from '../statement.ts'

type Holder = { organization: number; uin: number }

export const findMailBinding = statement((db, p: Holder) =>
  db.selectFrom('mail_bindings').where('organization', '=', p.organization).where('uin', '=', p.uin).selectAll(),
)

/** Changes nothing when the address, or the place of the phone, is taken: also by somebody who asked at the same time. */
export const insertMailBinding = statement((db, p: MailBindingRow) =>
  db
    .insertInto('mail_bindings')
    .values({
      organization: p.organization,
      uin: p.uin,
      id: p.id,
      email: p.email,
      country_code: p.country_code,
      phone: p.phone,
      status: p.status,
      phone_bound: p.phone_bound,
      description: p.description,
      day: p.day,
      requests: p.requests,
      updates: p.updates,
      sends: p.sends,
      sent_at: p.sent_at,
      created_at: p.created_at,
      bound_at: p.bound_at,
      address: p.address,
      place: p.place,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

export const deleteMailBinding = statement((db, p: Holder) =>
  db.deleteFrom('mail_bindings').where('organization', '=', p.organization).where('uin', '=', p.uin),
)

export const noteSent = statement((db, p: Holder & { sends: number; sent_at: number }) =>
  db
    .updateTable('mail_bindings')
    .set({ sends: p.sends, sent_at: p.sent_at })
    .where('organization', '=', p.organization)
    .where('uin', '=', p.uin),
)

export const noteSuccess = statement((db, p: Holder & { phone_bound: number; description: string; bound_at: number }) =>
  db
    .updateTable('mail_bindings')
    .set({ status: 'success', phone_bound: p.phone_bound, description: p.description, bound_at: p.bound_at })
    .where('organization', '=', p.organization)
    .where('uin', '=', p.uin),
)

/** Address and phone are free again. */
export const noteFailure = statement((db, p: Holder & { phone_bound: number; description: string }) =>
  db
    .updateTable('mail_bindings')
    .set({ status: 'failed', phone_bound: p.phone_bound, description: p.description, address: null, place: null })
    .where('organization', '=', p.organization)
    .where('uin', '=', p.uin),
)

/** How many bindings an organization requested on a day. */
export const countRequestsOfDay = statement(
  (_db, p: { organization: number; day: string }) => sql<{ n: number }>`
    select cast(coalesce(sum(requests), 0) as bigint) as n from mail_bindings
    where organization = ${p.organization} and day = ${p.day}`,
)

/** Whose a folded address is, in whichever organization. */
export const holderOfAddress = statement((db, p: { address: string }) =>
  db.selectFrom('mail_bindings').where('address', '=', p.address).select('uin'),
)

/** The places of a phone that are taken, in order. */
export const placesOfPhone = statement(
  (_db, p: { countryCode: string; phone: string }) => sql<{ place: number }>`
    select place from mail_bindings
    where country_code = ${p.countryCode} and phone = ${p.phone} and place is not null order by place`,
)
