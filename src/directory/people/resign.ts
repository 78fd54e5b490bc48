import { updatePerson } from '../../storage/tables/people/people.ts'
import { deletePersonDepartments } from '../../storage/tables/people/person-departments.ts'
import { leaveRanges } from '../apps/leave-ranges.ts'
import { leaveRoles } from '../company-roles/leave-roles.ts'
import { recountPeople } from '../departments/count-people.ts'
import { type Covering, coveredPeople, requireDepartments, requirePeople } from '../ranges/covers.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { clearLeads } from './clear-leads.ts'
import { findPeople, personNow } from './find-people.ts'
import { leaveGroups } from './leave-groups.ts'
import { departmentsOf, type Person } from './person.ts'
import { rowOf } from './save-person.ts'

export interface Resignation {
  readonly person: string
  /** The id as the caller wrote it: what a refusal names. */
  readonly told: string
  /** By what is handed over: who takes it, or undefined when nobody of the company has the id that was given. */
  readonly handOver: Readonly<Record<string, string | undefined>>
  /** Whether another system alone may let people go. */
  readonly ledElsewhere: boolean
}

/**
 * A person resigns: his code, mail, phone and number are free again, he sits in no department, group or role, no app's range names him, and he leads
 * nobody. Done when it is answered. Refuses with `person_out_of_range`, `department_out_of_range`, `person_resigned`, `person_is_manager`,
 * `person_leaves_elsewhere`, `acceptor_invalid`.
 */
export async function resign(tx: Tx, covering: Covering, { person: id, told, handOver, ledElsewhere }: Resignation): Promise<void> {
  const { company } = covering
  const person = await personNow(tx, company, id)
  const seats = departmentsOf(person)
  await requirePeople(tx, covering, [id])
  await requireDepartments(tx, covering, seats)
  judge(person, told, ledElsewhere)
  await judgeAcceptors(tx, covering, id, handOver)

  const at = tx.origin.at
  const after: Person = { ...person, placements: [], resignedAt: at }
  await tx.run(updatePerson, rowOf(company, after, at))
  await tx.run(deletePersonDepartments, { company, person: id, departments: seats })
  await recountPeople(tx, company, { before: person.placements, after: [] })
  await leaveGroups(tx, company, id)
  await leaveRoles(tx, company, id)
  const before = { placements: person.placements, resignedAt: null }
  record(tx, { kind: 'person_resigned', subject: id, before, after: { ...after, handOver } })
  await clearLeads(tx, company, id)
  await leaveRanges(tx, company, 'people', id)
}

function judge({ resignedAt, isManager, hold }: Person, person: string, ledElsewhere: boolean): void {
  if (resignedAt !== null) throw new Refused({ fact: 'person_resigned', person })
  if (isManager) throw new Refused({ fact: 'person_is_manager', person })
  if (ledElsewhere || hold === 'external') throw new Refused({ fact: 'person_leaves_elsewhere', person })
}

/** Whoever takes over is somebody else, has not resigned, and is in the caller's range. */
async function judgeAcceptors(tx: Tx, covering: Covering, leaver: string, handOver: Resignation['handOver']): Promise<void> {
  const named = [...new Set(Object.values(handOver))].filter((acceptor) => acceptor !== undefined)
  const covered = await coveredPeople(tx, covering, named)
  const found = await findPeople(tx, covering.company, named)
  const able = new Set(found.filter((person) => person && person.resignedAt === null && covered.has(person.id)).map((person) => person?.id))
  for (const [resource, acceptor] of Object.entries(handOver)) {
    if (acceptor === leaver || !able.has(acceptor)) throw new Refused({ fact: 'acceptor_invalid', resource })
  }
}
