import type { Tx } from '../../storage/store.ts'
import {
  deleteMailBinding,
  findMailBinding,
  holderOfAddress,
  insertMailBinding,
  placesOfPhone,
} from '../../storage/tables/mail-bindings.ts'
import { Refused } from '../refusals.ts'
import { folded } from '../users/user.ts'
import { type MailBinding, mailBindingRow, type Phone } from './mail-binding.ts'

/**
 * Makes this the binding of its account. An address is one account's and a phone serves `quota` accounts, of whichever organizations: who takes
 * the same at the same time is noticed when the row goes in, and looked at again. One that failed holds neither. Refuses with `address_taken`,
 * `phone_bound_too_often`.
 */
export async function keepBinding(tx: Tx, binding: MailBinding, quota: number): Promise<void> {
  const { organization, uin, email, countryCode, phone } = binding
  const before = await tx.first(findMailBinding, { organization, uin })
  await tx.run(deleteMailBinding, { organization, uin })
  const own = before?.country_code === countryCode && before.phone === phone ? before.place : null
  const holds = binding.status !== 'failed'
  for (;;) {
    if (holds && (await tx.first(holderOfAddress, { address: folded(email) }))) throw new Refused({ fact: 'address_taken', email })
    const place = own ?? (holds ? await freePlace(tx, binding, quota) : 0)
    if ((await tx.run(insertMailBinding, mailBindingRow(binding, place))) === 1) return
  }
}

/** The first place of a phone that nobody has. Refuses with `phone_bound_too_often`. */
async function freePlace(tx: Tx, { countryCode, phone }: Phone, quota: number): Promise<number> {
  const taken = (await tx.all(placesOfPhone, { countryCode, phone })).map(({ place }) => place)
  if (taken.length >= quota) throw new Refused({ fact: 'phone_bound_too_often', phone: `${countryCode} ${phone}`, quota })
  const gap = taken.findIndex((place, index) => place !== index)
  return gap === -1 ? taken.length : gap
}
