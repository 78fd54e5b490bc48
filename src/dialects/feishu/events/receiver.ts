import type { Company } from '../../../directory/companies/company.ts'
import type { Range } from '../../../directory/ranges/range.ts'
import type { IdKeys } from '../ids.ts'
import type { WebhookKeys } from './webhook-body.ts'

/** An app in a company, as far as its events go. */
export interface Receiver {
  readonly company: Company
  readonly app: string
  readonly enabled: boolean
  readonly scopes: ReadonlySet<string>
  readonly range: Range
  readonly idKeys: IdKeys
  readonly subscriptions: ReadonlySet<string>
  /** Where events are posted to; null has them sent over connections that the app holds open. */
  readonly webhookUrl: string | null
  readonly keys: WebhookKeys
  /** The ticket of a store app. */
  readonly ticket: string | undefined
}

/** An event before it is put into its envelope. */
export interface Rendered {
  readonly type: string
  readonly event: object
  /** Tells events of one row of the stream apart. */
  readonly part: string
}
