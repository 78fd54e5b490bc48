import type { Company } from '../../directory/companies/company.ts'
import type { Range } from '../../directory/ranges/range.ts'
import type { IdKeys } from './ids.ts'

/** What a token stands for. */
export interface TokenRecord {
  readonly kind: 'tenant' | 'user'
  readonly expired: boolean
  readonly app: {
    readonly id: string
    readonly kind: 'custom' | 'store'
    readonly enabled: boolean
    readonly scopes: ReadonlySet<string>
    /** IPv4 addresses and ranges from which it may call; empty = from everywhere. */
    readonly allowed: readonly string[]
  }
  readonly company: Company
  /** Absent where the app is no longer installed. */
  readonly range: Range | undefined
  readonly idKeys: IdKeys
  /** The person that granted a user token, and what. */
  readonly person?: string
  /** He resigned or is suspended: nobody acts for him. */
  readonly personGone?: boolean
  readonly granted?: ReadonlySet<string>
}
