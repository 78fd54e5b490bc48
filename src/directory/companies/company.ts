import type { CompanyRow } from '../../storage/schemas/companies.ts'
import { type CompanyLimits, companyLimitsOf } from './limits.ts'
import { type PeopleFacts, peopleFacts } from './people-facts.ts'

/** What no call of a wire sets and what some refusals depend on; changed through the administration. */
export interface CompanyFacts extends PeopleFacts {
  /** Whether phone numbers of other countries may be used. */
  readonly certified: boolean
  /** Whether units (a paid feature) are there. */
  readonly units: boolean
  /** Types of units that something outside refers to, so that no unit of the type can be deleted. */
  readonly unitTypesInUse: readonly string[]
  /** Whether groups are there at all, and whether groups by rule may be made through a wire. */
  readonly groups: boolean
  readonly dynamicGroups: boolean
  /** Whether new people count as activated at once. */
  readonly activatesPeople: boolean
  /** Whether people and departments are fed from another system, so that this one refuses to change them. */
  readonly fedFromOutside: boolean
  /** Whether no token of its apps is taken for now. */
  readonly suspended: boolean
  /** How much of each thing there may be. */
  readonly limits: CompanyLimits
}

/** What is stored and what is changed: any of the facts, and any of the limits. */
export type CompanyFactsSet = Partial<Omit<CompanyFacts, 'limits'>> & { readonly limits?: Partial<CompanyLimits> }

export const companyFacts: CompanyFacts = {
  certified: true,
  units: true,
  unitTypesInUse: [],
  groups: true,
  dynamicGroups: false,
  activatesPeople: false,
  fedFromOutside: false,
  suspended: false,
  ...peopleFacts,
  limits: companyLimitsOf(),
}

/** Facts with those that are named set anew. */
export function withFacts(facts: CompanyFacts, set: CompanyFactsSet = {}): CompanyFacts {
  return { ...facts, ...set, limits: { ...facts.limits, ...set.limits } }
}

/** What is kept: only what differs from the defaults, so that a default may change. */
export function factsText({ limits, ...facts }: CompanyFacts): string {
  const own = differing(limits, companyFacts.limits)
  return JSON.stringify({ ...differing(facts, companyFacts), ...(Object.keys(own).length > 0 && { limits: own }) })
}

function differing(set: object, defaults: object): object {
  const byName = defaults as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(set).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(byName[name])))
}

export interface Company {
  readonly id: string
  readonly name: string
  readonly facts: CompanyFacts
  readonly createdAt: number
}

export function companyOf(row: CompanyRow): Company {
  const facts = withFacts(companyFacts, JSON.parse(row.facts) as CompanyFactsSet)
  return { id: row.id, name: row.name, facts, createdAt: row.created_at }
}
