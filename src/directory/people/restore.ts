import { holdersOfKeys } from '../../storage/tables/people/leaving.ts'
import { updatePerson } from '../../storage/tables/people/people.ts'
import { insertPersonDepartment } from '../../storage/tables/people/person-departments.ts'
import type { Company } from '../companies/company.ts'
import { recountPeople } from '../departments/count-people.ts'
import { requireExistingDepartments } from '../departments/require-departments.ts'
import { type Covering, coveredPeople, requireDepartments } from '../ranges/covers.ts'
import { rootDepartment } from '../ranges/range.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import type { OrderGiven } from './draft.ts'
import { personNow } from './find-people.ts'
import { keysOf } from './keys-of-person.ts'
import { departmentsOf, type Person } from './person.ts'
import { judgeLicences } from './rules/assets.ts'
import { presentLeaders } from './rules/leaders.ts'
import { judgeCount, judgeRoom } from './rules/seats.ts'
import { changedMembers, rowOf } from './save-person.ts'
import { placed } from './seats.ts'

/** Days after a resignation in which it can be taken back. */
const mostDaysResigned = 30

const day = 24 * 60 * 60 * 1000

export interface Return {
  readonly person: string
  /** The id as the caller wrote it: what a refusal names. */
  readonly told: string
  /** Where he is to sit; in the root when nothing is said. The one with the greatest order is the primary one, of several the first. */
  readonly seats: readonly (OrderGiven & { readonly department: string })[]
  /** Licences that he is given. */
  readonly subscriptions: readonly string[]
}

/**
 * A person who resigned is back, with his code, mail, phone and number, if nobody has them since, with the posts that he held where he sits again,
 * and led by whom he was led, as far as they have not resigned. Groups, roles, ranges of apps and whom he led are not given back.
 * Refuses with `department_out_of_range`, `department_not_found`, `person_not_found`, `person_not_resigned`, `returning_person_anonymized`,
 * `resigned_too_long_ago`, what licences refuse with, `returning_mobile_taken`, `returning_email_taken`, `returning_code_taken`,
 * `returning_number_taken`, `uncertified_seats_spent`, `seats_spent`, `edition_seats_spent`, `department_full`.
 */
export async function restore(tx: Tx, company: Company, covering: Covering, asked: Return): Promise<void> {
  const before = await personNow(tx, company.id, asked.person)
  const placements = seatsOf(asked)
  const departments = departmentsOf({ placements })
  const posts = before.posts.filter(({ department }) => departments.includes(department))
  const led = await presentLeaders(tx, company.id, { ...before, posts })
  const after: Person = { ...before, ...led, placements, subscriptions: asked.subscriptions, resignedAt: null }
  await requireDepartments(tx, covering, departments)
  await requireExistingDepartments(tx, company.id, departments)
  await judge(tx, covering, before, asked.told)
  // As for somebody new: he comes in once more.
  const draft = { tx, company, covering, before: undefined, after }
  judgeLicences(draft)
  await requireFreeKeys(tx, company.id, before)
  await judgeCount(draft)
  await judgeRoom(draft)
  await write(tx, company.id, before, after)
}

async function write(tx: Tx, company: string, before: Person, after: Person): Promise<void> {
  const { id, placements } = after
  await tx.run(updatePerson, rowOf(company, after, tx.origin.at))
  for (const { department, personOrder, departmentOrder, isPrimary } of placements) {
    const orders = { person_order: personOrder, department_order: departmentOrder, is_primary: isPrimary ? 1 : 0 }
    await tx.run(insertPersonDepartment, { company, department, person: id, ...orders, joined_at: tx.origin.at })
  }
  await recountPeople(tx, company, { before: [], after: placements })
  record(tx, { kind: 'person_restored', subject: id, before: changedMembers(before, after), after })
}

function seatsOf({ seats }: Return): Person['placements'] {
  const first = seats.filter((seat, index) => seats.findIndex(({ department }) => department === seat.department) === index)
  if (first.length === 0) return placed({ departments: [rootDepartment] }, [])
  return placed({ departments: first.map(({ department }) => department), orders: first }, [])
}

async function judge(tx: Tx, covering: Covering, { id, resignedAt, hold }: Person, person: string): Promise<void> {
  if (resignedAt === null) {
    // Who is there, and not for this caller to see, is nobody to him.
    const seen = (await coveredPeople(tx, covering, [id])).has(id)
    throw new Refused(seen ? { fact: 'person_not_resigned', person } : { fact: 'person_not_found', person })
  }
  if (hold === 'anonymized') throw new Refused({ fact: 'returning_person_anonymized', person })
  if (tx.origin.at - resignedAt > mostDaysResigned * day)
    throw new Refused({ fact: 'resigned_too_long_ago', person, days: mostDaysResigned })
}

async function requireFreeKeys(tx: Tx, company: string, person: Person): Promise<void> {
  const keys = keysOf(person)
  const taken = (await tx.all(holdersOfKeys, { company, ...keys })).filter(({ id }) => id !== person.id)
  const has = (key: keyof typeof keys) => keys[key] !== null && taken.some((row) => row[key] === keys[key])
  if (has('mobile_key')) throw new Refused({ fact: 'returning_mobile_taken', mobile: person.mobile })
  if (has('email_key')) throw new Refused({ fact: 'returning_email_taken', email: person.email })
  if (has('enterprise_email_key')) throw new Refused({ fact: 'returning_email_taken', email: person.enterpriseEmail })
  if (has('code_key')) throw new Refused({ fact: 'returning_code_taken', code: person.code })
  if (has('employee_no_key')) throw new Refused({ fact: 'returning_number_taken', number: person.employeeNo })
}
