import { createDepartment } from '../../../directory/departments/create-department.ts'
import { type Department, departmentRow } from '../../../directory/departments/department.ts'
import { keepHeads, nobody } from '../../../directory/departments/keep-heads.ts'
import { lastPosition, requireFreePosition } from '../../../directory/departments/sibling-rules.ts'
import { record } from '../../../directory/record.ts'
import type { Tx } from '../../../storage/store.ts'
import { insertAncestors } from '../../../storage/tables/departments/department-ancestors.ts'
import { insertDepartment } from '../../../storage/tables/departments/departments.ts'
import { pathBelow, rootPath } from '../../content/companies/company-names.ts'
import { departmentContent } from '../../content/companies/people-contents.ts'
import type { SeedDepartment } from '../../schema/companies/department.ts'
import type { Planning } from '../plan.ts'
import { drawing, givenOf } from '../replayed.ts'
import type { Means, Task } from '../task.ts'
import { planList } from './plan-list.ts'
import { companyIdOf, inCompany, knownId, type PlannedCompany, requireKnown } from './planned-company.ts'
import { timesOf } from './times-of.ts'

/** A department of the document, with where it lies. */
export interface PlacedDepartment {
  readonly given: SeedDepartment
  readonly above: string
  readonly path: string
  /** The greatest position that the document gives beside it. */
  readonly behind: number
}

/** The departments of a document, each behind the one above it. */
export function departmentsIn(list: readonly SeedDepartment[] = [], above = rootPath): PlacedDepartment[] {
  const behind = list.reduce((greatest, { position = 0 }) => Math.max(greatest, position), 0)
  return list.flatMap((given) => {
    const path = pathBelow(above, given.name)
    return [{ given, above, path, behind }, ...departmentsIn(given.departments as readonly SeedDepartment[] | undefined, path)]
  })
}

/** Tasks for the departments that are missing, from the top down. Who leads them comes in when there are people. */
export function planDepartments(planning: Planning, planned: PlannedCompany): Task[] {
  const placed = departmentsIn(planned.given.departments)
  const places = new Map(placed.map((each) => [each.given, each]))
  const units = new Set([...(planned.present?.units ?? []), ...(planned.given.units ?? [])].map(({ id }) => id))
  for (const { given, path } of placed) {
    if (!planned.departments.has(path)) planned.departments.set(path, given.id)
    if (given.unit !== undefined && !units.has(given.unit))
      planning.findings.missing(
        given,
        'unit',
        `the company has no unit with the id ${given.unit}. Write it under \`units\`.`,
        units,
        given.unit,
      )
  }
  const list = placed.map(({ given }) => given)
  planning.findings.twice(list, 'position', (given) =>
    given.position === undefined ? undefined : `${places.get(given)?.above} ${given.position}`,
  )
  const { present } = planned
  return planList<SeedDepartment>(planning, planned, {
    list,
    member: 'name',
    keyOf: (given) => places.get(given)?.path,
    present: new Map(present?.departments.map((row) => [present.names.department(row.id), departmentContent(row, present.names)])),
    makes: 'company department',
    alone: [
      { member: 'code', of: ({ code }) => code, taken: present?.departments.map(({ code }) => code) ?? [], wayOut: 'Give it another.' },
    ],
    judged: (given, means) => make(planned, places.get(given) as PlacedDepartment, means),
    restored: (given, means) => restore(planned, places.get(given) as PlacedDepartment, means),
  })
}

/** Complains of heads that are not there. */
export function requireHeads(planning: Planning, planned: PlannedCompany): void {
  for (const { given } of departmentsIn(planned.given.departments)) {
    for (const leader of given.leaders ?? []) requireKnown(planning, planned, 'people', [leader, 'person'], leader.person)
    const partners = given.partners ?? []
    partners.forEach((partner, place) => {
      requireKnown(planning, planned, 'people', [partners, place], partner)
    })
  }
}

async function make(planned: PlannedCompany, placed: PlacedDepartment, { tx, ports }: Means): Promise<void> {
  const { name, id, code, i18nName, unit, chatEmployeeTypes } = placed.given
  const parent = knownId(planned, 'departments', placed.above)
  const position = await positionOf(planned, placed, tx)
  const wanted = { name, parent, position, ...givenOf({ code, i18nName, unit, chatEmployeeTypes }) }
  const drawn = drawing(ports, { hex: id?.slice(3) })
  planned.departments.set(placed.path, (await createDepartment(inCompany(tx, planned), drawn, companyIdOf(planned), wanted)).id)
}

/** Where a department stands: when the document does not say, behind all that are there and all that it gives a place. */
async function positionOf(planned: PlannedCompany, { given, above, behind }: PlacedDepartment, tx: Tx): Promise<number> {
  return given.position ?? Math.max(behind + 1, await lastPosition(tx, companyIdOf(planned), knownId(planned, 'departments', above)))
}

async function restore(planned: PlannedCompany, placed: PlacedDepartment, { tx, ports }: Means): Promise<void> {
  const { given, above, path } = placed
  const company = companyIdOf(planned)
  const parent = knownId(planned, 'departments', above)
  const { createdAt, updatedAt } = timesOf(given, tx)
  const department: Department = {
    id: given.id ?? `od-${ports.ids.hex(32)}`,
    code: given.code ?? ports.ids.text(16),
    parent,
    name: given.name,
    i18nName: givenOf(given.i18nName ?? {}) as Record<string, string>,
    position: await positionOf(planned, placed, tx),
    ...headsOf(planned, given),
    unit: given.unit ?? null,
    chat: given.chat ?? null,
    chatEmployeeTypes: given.chatEmployeeTypes ?? [],
    people: 0,
    primaryPeople: 0,
    codeChanges: given.codeChanges ?? 0,
    createdAt,
  }
  planned.departments.set(path, department.id)
  await requireFreePosition(tx, company, department)
  await tx.run(insertDepartment, departmentRow(company, department, updatedAt))
  await tx.run(insertAncestors, { company, department: department.id, parent })
  await keepHeads(tx, company, department.id, nobody, department)
  record(inCompany(tx, planned), { kind: 'department_created', subject: department.id, after: department })
}

/** Who leads and partners a department, by ids. */
export function headsOf(planned: PlannedCompany, { leaders = [], partners = [] }: SeedDepartment) {
  return {
    leaders: leaders.map(({ person, kind = 1 }) => ({ person: knownId(planned, 'people', person), kind })),
    partners: partners.map((person) => knownId(planned, 'people', person)),
  }
}
