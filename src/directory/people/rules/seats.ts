import { fillsDepartment, hasSoManyPeople } from '../../../storage/tables/people/people-room.ts'
import { requireDepartments } from '../../ranges/covers.ts'
import { Refused } from '../../refusals.ts'
import { becomesAnother, type Draft } from '../draft.ts'
import { departmentsOf } from '../person.ts'

/**
 * Whether a person may sit where he is to: in the range of who asks, and in several departments at all. Refuses with `department_out_of_range`,
 * `several_departments_forbidden`, `several_departments_not_enabled`, `several_departments_old_visibility`.
 */
export async function judgeSeats(draft: Draft): Promise<void> {
  if (!becomesAnother(draft, 'placements')) return
  const { tx, company, covering, before, after } = draft
  const departments = departmentsOf(after)
  await requireDepartments(tx, covering, departments)
  const { severalDepartments } = company.facts
  const more = departments.length > Math.max(1, before?.placements.length ?? 0)
  if (severalDepartments !== 'allowed' && more) throw new Refused({ fact: `several_departments_${severalDepartments}` })
}

/** Refuses with `department_full`. */
export async function judgeRoom({ tx, company, before, after }: Draft): Promise<void> {
  const most = company.facts.limits.peopleOfDepartment
  const held = before ? departmentsOf(before) : []
  for (const department of departmentsOf(after)) {
    if (held.includes(department)) continue
    if (await tx.first(fillsDepartment, { company: company.id, department, before: most - 1 }))
      throw new Refused({ fact: 'department_full', department, most })
  }
}

/** How many people a company may have. Refuses with `uncertified_seats_spent`, `seats_spent`, `edition_seats_spent`. */
export async function judgeCount({ tx, company, before }: Draft): Promise<void> {
  if (before) return
  const { certified, limits, seats, editionSeats } = company.facts
  const full = async (most: number | null) =>
    most !== null && (most === 0 || (await tx.first(hasSoManyPeople, { company: company.id, before: most - 1 })) !== undefined)
  const uncertified = certified ? null : limits.uncertifiedPeople
  if (await full(uncertified)) throw new Refused({ fact: 'uncertified_seats_spent', seats: uncertified as number })
  if (await full(seats)) throw new Refused({ fact: 'seats_spent', seats: seats as number })
  if (await full(editionSeats)) throw new Refused({ fact: 'edition_seats_spent', seats: editionSeats as number })
}
