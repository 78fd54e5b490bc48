import type { Tx } from '../../storage/store.ts'
import { claimAddress, claimPhone, placesOfPhone, releaseAddress, releasePhone } from '../../storage/tables/mail-bindings.ts'
import { Refused } from '../refusals.ts'
import { folded } from '../users/user.ts'
import type { Phone } from './mail-binding.ts'

/** The account that an address and a phone are for. */
export interface Holder {
  readonly organization: number
  readonly uin: number
}

/** An address belongs to one account, of whichever organization. Refuses with `address_taken`. */
export async function holdAddress(tx: Tx, { organization, uin }: Holder, email: string): Promise<void> {
  await tx.run(releaseAddress, { organization, uin })
  if ((await tx.run(claimAddress, { organization, uin, address: folded(email) })) === 0) throw new Refused({ fact: 'address_taken', email })
}

/**
 * A phone serves `quota` accounts at most, of whichever organizations. Each takes a numbered place: who comes at the same time finds the place
 * taken and looks for the next. Refuses with `phone_bound_too_often`.
 */
export async function holdPhone(tx: Tx, { organization, uin }: Holder, { countryCode, phone }: Phone, quota: number): Promise<void> {
  await tx.run(releasePhone, { organization, uin })
  const dialled = `${countryCode} ${phone}`
  for (;;) {
    const taken = (await tx.all(placesOfPhone, { phone: dialled })).map(({ place }) => place)
    if (taken.length >= quota) throw new Refused({ fact: 'phone_bound_too_often', phone: dialled, quota })
    const place = taken.findIndex((one, index) => one !== index)
    const claim = { organization, uin, phone: dialled, place: place === -1 ? taken.length : place }
    if ((await tx.run(claimPhone, claim)) === 1) return
  }
}

/** Address and phone are free for others. */
export async function letGo(tx: Tx, { organization, uin }: Holder): Promise<void> {
  await tx.run(releaseAddress, { organization, uin })
  await tx.run(releasePhone, { organization, uin })
}
