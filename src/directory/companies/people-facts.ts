/** Whether a person may sit in several departments; `not_enabled`: the feature is not there; `old_visibility`: rules of visibility must be renewed first. */
export type SeveralDepartments = 'allowed' | 'forbidden' | 'not_enabled' | 'old_visibility'

/** Regions in which a company keeps people's data. */
export interface Regions {
  readonly names: readonly string[]
  readonly expired: boolean
  /** Null without a limit. */
  readonly seatsLeft: number | null
}

/** Licences that a company gives to its people. */
export interface Licences {
  /** Whether everybody needs one. */
  readonly required: boolean
  /** By licence, how many are left; null without a limit. */
  readonly seatsLeft: Readonly<Record<string, number | null>>
}

/** What decides which people a company may have and what may be said of them. */
export interface PeopleFacts {
  /** Whether it is of the edition for other countries: phones of the mainland are refused there, and none is needed. */
  readonly overseas: boolean
  /** How many people the company has paid for, and how many its edition allows; null without a limit. */
  readonly seats: number | null
  readonly editionSeats: number | null
  readonly planExpired: boolean
  readonly severalDepartments: SeveralDepartments
  /** Whether people may hold posts. */
  readonly posts: boolean
  /** Ways of logging in that were set up. */
  readonly loginTypes: readonly string[]
  /** Domains of the company's mail; without one nobody has an enterprise mail. */
  readonly mailDomains: readonly string[]
  /** How many aliases of mailboxes are left; null without a limit. */
  readonly mailAliasesLeft: number | null
  /** Enterprise mails that were deleted and not yet forgotten. */
  readonly recycledMail: readonly string[]
  /** Words that no name may hold, and keys of pictures that nobody may show. */
  readonly reviewRejects: readonly string[]
  /** Whether the control of risks stops every change of people. */
  readonly riskControl: boolean
  /** Whether too many people were created lately. */
  readonly createdTooMany: boolean
  /** Phones and mails that came into too many companies lately. */
  readonly joinedTooMany: readonly string[]
  readonly regions: Regions | null
  readonly licences: Licences | null
}

export const peopleFacts: PeopleFacts = {
  overseas: false,
  seats: null,
  editionSeats: null,
  planExpired: false,
  severalDepartments: 'allowed',
  posts: true,
  loginTypes: [],
  mailDomains: [],
  mailAliasesLeft: null,
  recycledMail: [],
  reviewRejects: [],
  riskControl: false,
  createdTooMany: false,
  joinedTooMany: [],
  regions: null,
  licences: null,
}
