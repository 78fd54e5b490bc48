import type { Company } from '../companies/company.ts'
import type { Ports } from '../ports.ts'
import { type Covering, requireDepartments } from '../ranges/covers.ts'
import type { Tx } from '../session.ts'
import type { WrittenPerson } from './create-person.ts'
import type { Seating, Settable, Told } from './draft.ts'
import { withNames } from './named-words.ts'
import { departmentsOf, type Person } from './person.ts'
import { judgedPerson } from './rules/judge-person.ts'
import { requireLoginType } from './rules/login-type.ts'
import { requireChangeable } from './rules/standing.ts'
import { savePerson } from './save-person.ts'
import { placed } from './seats.ts'

/** What is to become of a person: members that are absent stay. */
export interface PersonChange {
  readonly before: Person
  readonly told: Told
  readonly changes: Partial<Settable>
  readonly seating?: Seating | undefined
  readonly loginType?: string | undefined
  /** Whether the range must reach every department that the person had, too. */
  readonly fromCovered: boolean
}

/** Changes a person. Runs in the company's stream. Refuses with what `placed`, `requireChangeable`, `requireLoginType` and the rules of people refuse with. */
export async function changePerson(
  tx: Tx,
  ports: Ports,
  company: Company,
  covering: Covering,
  change: PersonChange,
): Promise<WrittenPerson> {
  const { before, told, changes, seating, loginType, fromCovered } = change
  await requireChangeable(tx, covering, before, told.get(before.id) ?? before.code, {
    ...changes,
    ...(seating && { seating }),
    ...(loginType && { loginType }),
  })
  if (fromCovered) await requireDepartments(tx, covering, departmentsOf(before))
  requireLoginType(company, loginType)
  const placements = seating ? placed(seating, before.placements) : before.placements
  const after: Person = { ...before, ...changes, placements }
  const judged = await judgedPerson({ tx, company, covering, before, after, told })
  const { person, unkept } = await withNames(tx, ports, company.id, before, judged)
  await savePerson(tx, company.id, before, person)
  return { person, unkept }
}
