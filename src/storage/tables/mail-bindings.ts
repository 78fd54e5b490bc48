import { sql } from 'kysely'
import type { MailBindingRow } from '../schema.ts'
import { statement } from '../statement.ts'

type Holder = { organization: number; uin: number }

export const findMailBinding = statement((db, p: Holder) =>
  db.selectFrom('mail_bindings').where('organization', '=', p.organization).where('uin', '=', p.uin).selectAll(),
)

/** The account's binding from now on, whether it has one or not. */
export const putMailBinding = statement((db, p: MailBindingRow) => {
  const kept = {
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
  }
  return db
    .insertInto('mail_bindings')
    .values({ organization: p.organization, uin: p.uin, ...kept })
    .onConflict((conflict) => conflict.columns(['organization', 'uin']).doUpdateSet(kept))
})

export const deleteMailBinding = statement((db, p: Holder) =>
  db.deleteFrom('mail_bindings').where('organization', '=', p.organization).where('uin', '=', p.uin),
)

/** How many bindings an organization requested on a day. */
export const countRequestsOfDay = statement((_db, p: { organization: number; day: string }) => ({
  compile: () =>
    sql<{ n: number }>`
      select cast(coalesce(sum(requests), 0) as bigint) as n from mail_bindings
      where organization = ${p.organization} and day = ${p.day}`.compile(_db),
}))

/** Changes nothing when the address is taken, also by somebody who asked at the same time. */
export const claimAddress = statement((db, p: Holder & { address: string }) =>
  db
    .insertInto('mail_addresses')
    .values({ address: p.address, organization: p.organization, uin: p.uin })
    .onConflict((conflict) => conflict.column('address').doNothing()),
)

export const releaseAddress = statement((db, p: Holder) =>
  db.deleteFrom('mail_addresses').where('organization', '=', p.organization).where('uin', '=', p.uin),
)

/** The places of a phone that are taken. */
export const placesOfPhone = statement((db, p: { phone: string }) =>
  db.selectFrom('mail_phones').where('phone', '=', p.phone).orderBy('place').select('place'),
)

/** Changes nothing when the place is taken. */
export const claimPhone = statement((db, p: Holder & { phone: string; place: number }) =>
  db
    .insertInto('mail_phones')
    .values({ phone: p.phone, place: p.place, organization: p.organization, uin: p.uin })
    .onConflict((conflict) => conflict.columns(['phone', 'place']).doNothing()),
)

export const releasePhone = statement((db, p: Holder) =>
  db.deleteFrom('mail_phones').where('organization', '=', p.organization).where('uin', '=', p.uin),
)
