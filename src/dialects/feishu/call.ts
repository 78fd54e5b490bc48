import type { Company } from '../../directory/companies/company.ts'
import type { Covering } from '../../directory/ranges/covers.ts'
import type { Session } from '../../directory/session.ts'
import type { IdKeys } from './ids.ts'

/** An app as a call knows it. */
export interface CallingApp {
  readonly id: string
  readonly kind: 'custom' | 'store'
  readonly scopes: ReadonlySet<string>
}

/** What a handler is given beside its input. */
export interface Call {
  readonly app: CallingApp
  readonly company: Company
  /** The person that acts, when a user token was sent. */
  readonly person: string | undefined
  /** Scopes of the token: the app's, or what a user granted. */
  readonly scopes: ReadonlySet<string>
  /** What the caller may see and touch. A user token sees all of the company. */
  readonly covering: Covering
  readonly idKeys: IdKeys
  /** Departments by our ids, as the request wrote them: refusals name them so. */
  readonly written: Map<string, string>
  readonly session: Session
}
