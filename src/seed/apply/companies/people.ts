import { companyNow } from '../../../directory/companies/find-company.ts'
import { recountAll } from '../../../directory/departments/count-people.ts'
import { changeStanding } from '../../../directory/people/change-standing.ts'
import { createPerson } from '../../../directory/people/create-person.ts'
import { rowOf } from '../../../directory/people/save-person.ts'
import type { Ports } from '../../../directory/ports.ts'
import { everything } from '../../../directory/ranges/range.ts'
import { record } from '../../../directory/record.ts'
import { insertPerson } from '../../../storage/tables/people/people.ts'
import { insertPersonDepartment } from '../../../storage/tables/people/person-departments.ts'
import { timeOf } from '../../content/times.ts'
import type { SeedPerson } from '../../schema/companies/person.ts'
import type { Planning } from '../plan.ts'
import { drawing, givenOf } from '../replayed.ts'
import { done, type Means, type Task } from '../task.ts'
import { findPresent, requirePeople } from './judge-people.ts'
import { personIn, placedIn, saidOf, seatsOf, standingOf } from './person-in.ts'
import { companyIdOf, inCompany, knownId, type PlannedCompany } from './planned-company.ts'
import { timesOf } from './times-of.ts'

interface PlannedPeople {
  readonly missing: readonly SeedPerson[]
  /** Gives everybody his id. */
  readonly draw: readonly Task[]
  readonly make: readonly Task[]
}

/** Tasks for the people of a company that are missing. */
export function planPeople(planning: Planning, planned: PlannedCompany): PlannedPeople {
  const missing = findPresent(planning, planned)
  for (const { id, code, resignedAt } of missing) {
    if (resignedAt === undefined && !planned.people.has(code)) planned.people.set(code, id)
    if (id !== undefined) planned.personIds.add(id)
  }
  requirePeople(planning, planned)
  if (missing.length === 0) return { missing, draw: [], make: [] }
  const draw: Task = { holder: planned.given, run: async ({ ports }) => drawIds(planned, missing, ports) }
  if (planned.asItStood) {
    const all: Task = { holder: planned.given, run: (means) => restoreAll(planned, missing, means) }
    return { missing, draw: [draw], make: [all, ...missing.map(() => done('person'))] }
  }
  const make = missing.map((given): Task => ({ makes: 'person', holder: given, run: (means) => makePerson(planned, given, means) }))
  return { missing, draw: [draw], make }
}

function drawIds(planned: PlannedCompany, missing: readonly SeedPerson[], { ids }: Ports): void {
  for (const given of missing) {
    const id = given.id ?? ids.hex(32)
    planned.drawn.set(given, id)
    if (given.resignedAt === undefined) planned.people.set(given.code, id)
  }
}

async function makePerson(planned: PlannedCompany, given: SeedPerson, { tx, ports }: Means): Promise<void> {
  const company = companyIdOf(planned)
  const own = inCompany(tx, planned)
  const seats = seatsOf(given).map((seat) => ({ ...seat, department: knownId(planned, 'departments', seat.department) }))
  const orders = seats.map(({ department, personOrder = 0, departmentOrder = 0, primary }) => ({
    ...{ department, personOrder, departmentOrder },
    isPrimary: primary,
  }))
  const asked = {
    ...givenOf(saidOf(planned, given)),
    name: given.name,
    employeeType: saidOf(planned, given).employeeType,
    code: given.code,
    seating: { departments: seats.map(({ department }) => department), orders },
    told: new Map<string, string>(),
  }
  const covering = { company, range: everything }
  await createPerson(own, drawing(ports, { hex: planned.drawn.get(given) }), await companyNow(tx, company), covering, asked)
  const standing = standingOf(given)
  if (Object.keys(standing).length > 0) await changeStanding(own, company, given.code, standing)
}

/** All at once: the counters of departments are corrected by two statements, however many people there are. */
async function restoreAll(planned: PlannedCompany, list: readonly SeedPerson[], { tx }: Means): Promise<void> {
  const company = companyIdOf(planned)
  const people = list.map((given) => personIn(planned, given, tx))
  for (let at = 0; at < people.length; at += 100) {
    const some = people.slice(at, at + 100)
    await Promise.all(
      some.map((person, index) => tx.run(insertPerson, rowOf(company, person, timesOf(list[at + index] ?? {}, tx).updatedAt))),
    )
    await Promise.all(
      some
        .flatMap(({ id }, index) => seatRows(planned, id, list[at + index] as SeedPerson, tx))
        .map((row) => tx.run(insertPersonDepartment, row)),
    )
  }
  await recountAll(
    tx,
    company,
    people.map(({ placements }) => ({ before: [], after: placements })),
  )
  const own = inCompany(tx, planned)
  for (const person of people) {
    if (person.resignedAt === null) record(own, { kind: 'person_created', subject: person.id, after: person })
    else record(own, { kind: 'person_resigned', subject: person.id, before: { placements: [], resignedAt: null }, after: person })
  }
}

function seatRows(planned: PlannedCompany, person: string, given: SeedPerson, tx: Means['tx']) {
  const times = new Map(seatsOf(given).map(({ department, joinedAt }) => [knownId(planned, 'departments', department), timeOf(joinedAt)]))
  return placedIn(planned, given).map(({ department, personOrder, departmentOrder, isPrimary }) => ({
    ...{ company: companyIdOf(planned), department, person },
    ...{ person_order: personOrder, department_order: departmentOrder, is_primary: isPrimary ? 1 : 0 },
    joined_at: times.get(department) ?? timesOf(given, tx).createdAt,
  }))
}
