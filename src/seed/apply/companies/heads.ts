import { companyNow } from '../../../directory/companies/find-company.ts'
import { changeDepartment } from '../../../directory/departments/change-department.ts'
import { changePerson } from '../../../directory/people/change-person.ts'
import { personNow } from '../../../directory/people/find-people.ts'
import type { SeedPerson } from '../../schema/companies/person.ts'
import { givenOf } from '../replayed.ts'
import type { Means, Task } from '../task.ts'
import { departmentsIn, headsOf, type PlacedDepartment } from './departments.ts'
import { linksOf } from './person-in.ts'
import { companyIdOf, inCompany, knownId, type PlannedCompany, wholeOf } from './planned-company.ts'

/** Tasks that have people lead the people and departments that were made: all of them are there by then. */
export function planHeads(planned: PlannedCompany, people: readonly SeedPerson[]): Task[] {
  if (planned.asItStood) return []
  const linked = people.filter(({ leader, dottedLeaders, customAttributes, posts }) => leader ?? dottedLeaders ?? customAttributes ?? posts)
  const there = new Set(planned.present?.departments.map(({ id }) => planned.present?.names.department(id)))
  const headed = departmentsIn(planned.given.departments).filter(({ given, path }) => (given.leaders ?? given.partners) && !there.has(path))
  return [
    ...linked.map((given): Task => ({ holder: given, run: (means) => link(planned, given, means) })),
    ...headed.map((placed): Task => ({ holder: placed.given, run: (means) => head(planned, placed, means) })),
  ]
}

async function link(planned: PlannedCompany, given: SeedPerson, { tx, ports }: Means): Promise<void> {
  const own = inCompany(tx, planned)
  const company = await companyNow(own, companyIdOf(planned))
  const before = await personNow(own, company.id, knownId(planned, 'people', given.code))
  const told = new Map([[before.id, given.code]])
  await changePerson(own, ports, company, wholeOf(planned), { before, told, changes: linksOf(planned, given), fromCovered: false })
}

async function head(planned: PlannedCompany, { given, path }: PlacedDepartment, { tx, ports }: Means): Promise<void> {
  const { leaders, partners } = headsOf(planned, given)
  const changes = givenOf({ leaders: given.leaders && leaders, partners: given.partners && partners })
  await changeDepartment(inCompany(tx, planned), ports, companyIdOf(planned), knownId(planned, 'departments', path), changes)
}
