import type { CompanyFactsSet } from '../../../directory/companies/company.ts'
import type { SeedFacts } from '../../schema/companies/company.ts'

/** What is kept of a company's facts, as a document writes it: lists in place of names that anybody may choose. */
export function factsContent(kept: CompanyFactsSet): object {
  const { licences, regions, ...facts } = kept
  return {
    ...facts,
    ...(regions && { regions: { names: regions.names, expired: regions.expired, ...left(regions.seatsLeft) } }),
    ...(licences && {
      licences: {
        required: licences.required,
        list: Object.entries(licences.seatsLeft).map(([licence, seats]) => ({ licence, ...left(seats) })),
      },
    }),
  }
}

const left = (seatsLeft: number | null) => (seatsLeft === null ? {} : { seatsLeft })

/** The facts that a document gives, as the directory keeps them. */
export function factsOf({ licences, regions, ...facts }: SeedFacts): CompanyFactsSet {
  const { list = [], required = false } = licences ?? {}
  return {
    ...(facts as CompanyFactsSet),
    ...(regions && { regions: { names: regions.names, expired: regions.expired ?? false, seatsLeft: regions.seatsLeft ?? null } }),
    ...(licences && {
      licences: { required, seatsLeft: Object.fromEntries(list.map(({ licence, seatsLeft }) => [licence, seatsLeft ?? null])) },
    }),
  }
}
