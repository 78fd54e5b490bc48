import { companyStream } from '../../../directory/events.ts'
import { everything } from '../../../directory/ranges/range.ts'
import type { Tx } from '../../../storage/store.ts'
import { rootPath } from '../../content/companies/company-names.ts'
import type { CompanyContent } from '../../content/companies/read-company.ts'
import { shown } from '../../read/finding.ts'
import type { SeedCompany } from '../../schema/companies/company.ts'
import type { SeedPerson } from '../../schema/companies/person.ts'
import { withoutSlashes } from '../places.ts'
import type { Planning } from '../plan.ts'
import { within } from '../replayed.ts'

/** A company of the document. */
export interface PlannedCompany {
  readonly given: SeedCompany
  readonly present: CompanyContent | undefined
  /** It was kept elsewhere and judged there: what the document holds of it is put in as it is written. */
  readonly asItStood: boolean
  /** Undefined until it is made. */
  id: string | undefined
  /** Of the document and of the directory, by how documents name them, with their ids once they have one. */
  readonly families: Map<string, string | undefined>
  readonly levels: Map<string, string | undefined>
  readonly departments: Map<string, string | undefined>
  readonly people: Map<string, string | undefined>
  /** Ids of people, also of those who have resigned. */
  readonly personIds: Set<string>
  /** Numbers of employee types by what they say. */
  readonly types: Map<string, number>
  /** Types of custom attributes by their ids. */
  readonly attributeTypes: Map<string, string>
  /** Ids of the people that are to be made. */
  readonly drawn: Map<SeedPerson, string>
}

export function companyIdOf({ id }: PlannedCompany): string {
  if (id === undefined) throw new Error('a company is asked for before it is made')
  return id
}

/** A unit of work in the company's stream. */
export function inCompany(tx: Tx, planned: PlannedCompany): Tx {
  return within(tx, companyStream(companyIdOf(planned)))
}

/** The whole of the company, for commands that ask for whom they are done. */
export const wholeOf = (planned: PlannedCompany) => ({ company: companyIdOf(planned), range: everything })

/** The path of a department without slashes at its ends; the root's is one. */
export function plainPath(path: string): string {
  const plain = withoutSlashes(path)
  return plain === '' ? rootPath : plain
}

type Kind = 'families' | 'levels' | 'departments' | 'people'

const places: Record<Kind, readonly [what: string, list: string]> = {
  families: ['job family called', 'jobFamilies'],
  levels: ['job level called', 'jobLevels'],
  departments: ['department', 'departments'],
  people: ['person with the code', 'people'],
}
/** Of what is gone an export tells the id. */
const goneIds = /^(mga[0-9a-z]{12}|od-[0-9a-f]{32}|[0-9a-f]{32})$/

/** Complains when the company has no such thing. What is put in as it stood may name what is gone by its id. */
export function requireKnown(
  { findings }: Planning,
  planned: PlannedCompany,
  kind: Kind,
  [holder, member]: readonly [object, string | number],
  reference: string | undefined,
): void {
  if (reference === undefined) return
  const name = kind === 'departments' ? plainPath(reference) : reference
  if (planned[kind].has(name) || (kind === 'people' && planned.personIds.has(name))) return
  if (planned.asItStood && goneIds.test(name)) return
  const [what, list] = places[kind]
  const text = `the company has no ${what} ${shown(name)}. Write it under \`${list}\`.`
  findings.missing(holder, member, text, planned[kind].keys(), name)
}

/** What tells a thing from the others, however it is named: its id, or its name as long as it has none. */
export function keyIn(planned: PlannedCompany, kind: 'departments' | 'people', reference: string): string {
  const name = kind === 'departments' ? plainPath(reference) : reference
  return planned[kind].get(name) ?? name
}

/** The id of what a document names, which is there by now. */
export function knownId(planned: PlannedCompany, kind: Kind, reference: string): string {
  const name = kind === 'departments' ? plainPath(reference) : reference
  if (!planned[kind].has(name)) return name
  const id = planned[kind].get(name)
  if (id === undefined) throw new Error(`${kind} ${name} is asked for before it is made`)
  return id
}
