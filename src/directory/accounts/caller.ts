import type { Zone } from '../zones/zone.ts'
import type { Account } from './account.ts'

/** The account that makes a call, with where it stands: read once for a request, with the key that signed it. */
export interface Caller {
  readonly account: Account
  readonly secretId: string
  /** The organization that the account belongs to, if any. */
  readonly organization?: { readonly id: number; readonly managerUin: number }
  /** The zone of that organization, if it was opened. */
  readonly zone?: Zone
}
