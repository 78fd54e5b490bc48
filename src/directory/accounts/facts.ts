/**
 * What is true of an account and no vendor action sets; the administration sets it. Each gates a way out of an organization, or a way in.
 * What is absent has its default.
 */
export interface AccountFacts {
  /** A payment card of its own is bound. */
  readonly paymentCard: boolean
  /** In cents; below 0 the account is in arrears. */
  readonly balance: number
  /** Orders that are unpaid or in progress. */
  readonly openOrders: number
  /** An approval of sensitive operations is set up. */
  readonly operateProcess: boolean
  /** It administers a verified entity. */
  readonly entityAdministrator: boolean
  /** Cloud resources that it still owns, by name of product. */
  readonly resources: readonly string[]
  /** Products that could not be asked for resources. */
  readonly undetectedResources: readonly string[]
  /** It owns shares that others use. */
  readonly sharesResources: boolean
  /** It uses what others share. */
  readonly usesShares: boolean
  /** Security mail and phone are bound; set when a mail binding succeeds. */
  readonly securityMail: boolean
  /** The site it is registered at. */
  readonly site: 'domestic' | 'international'
  /** The distributor whose client it is, while its kind says that it is one. */
  readonly distributor: string
}

const defaults: AccountFacts = {
  paymentCard: true,
  balance: 0,
  openOrders: 0,
  operateProcess: false,
  entityAdministrator: false,
  resources: [],
  undetectedResources: [],
  sharesResources: false,
  usesShares: false,
  securityMail: false,
  site: 'domestic',
  distributor: '',
}

/** The facts in force, from what is kept as JSON. */
export function factsFrom(text: string): AccountFacts {
  return text === '{}' ? defaults : { ...defaults, ...(JSON.parse(text) as Partial<AccountFacts>) }
}

/** What is kept: only what differs from the defaults. */
export function factsText(facts: AccountFacts): string {
  const kept = Object.entries(facts).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name as keyof AccountFacts]),
  )
  return JSON.stringify(Object.fromEntries(kept))
}

/** The same of facts that leave some out. */
export function factsTextOf(facts: Partial<AccountFacts>): string {
  return factsText({ ...defaults, ...facts })
}
