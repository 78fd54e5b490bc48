import { changeDepartment } from '../../src/directory/departments/change-department.ts'
import { recountPeople } from '../../src/directory/departments/count-people.ts'
import { createDepartment } from '../../src/directory/departments/create-department.ts'
import { deleteDepartment } from '../../src/directory/departments/delete-department.ts'
import { departmentNow } from '../../src/directory/departments/find-departments.ts'
import { requireExistingDepartments } from '../../src/directory/departments/require-departments.ts'
import { companyStream } from '../../src/directory/events.ts'
import { Refused } from '../../src/directory/refusals.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { statement } from '../../src/storage/statement.ts'
import type { Reader, Store, Tx } from '../../src/storage/store.ts'
import { insertCompany } from '../../src/storage/tables/companies/companies.ts'
import { deletePersonDepartments, departmentsOfPeople, insertPersonDepartment } from '../../src/storage/tables/people/person-departments.ts'
import { apply, type DepartmentModel, type DepartmentStep, expected, lineOf, modelLimits } from './department-model.ts'

const origin = () => ({
  actor: 'app:test',
  account: 0,
  dialect: 'feishu',
  operation: 'test',
  requestId: crypto.randomUUID(),
  at: systemPorts.clock.now(),
})

/** A company within the model's limits. */
export async function newCompany(store: Store): Promise<string> {
  const id = crypto.randomUUID().replaceAll('-', '').slice(0, 16)
  const facts = JSON.stringify({ limits: modelLimits })
  await store.write(companyStream(id), origin(), async (tx) => {
    await tx.run(insertCompany, { id, name: 'company', facts, created_at: 0 })
  })
  return id
}

/** Takes a step, and tells what became of it and what the model had said of it just before, in the order in which the store took the steps. */
export async function take(
  store: Store,
  company: string,
  model: DepartmentModel,
  step: DepartmentStep,
): Promise<{ real: string; model: string }> {
  let said = ''
  try {
    await store.write(companyStream(company), origin(), async (tx) => {
      said = expected(model, step)
      const made = await perform(tx, company, step)
      apply(model, step, made)
    })
    return { real: 'done', model: said }
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    return { real: thrown.refusal.fact, model: said }
  }
}

async function perform(tx: Tx, company: string, step: DepartmentStep): Promise<string> {
  if (step.kind === 'create') {
    const { position, ...wanted } = step
    return (await createDepartment(tx, systemPorts, company, { ...wanted, ...(position !== undefined && { position }) })).id
  }
  if (step.kind === 'change') {
    const { kind: _, id, ...changes } = step
    await changeDepartment(tx, systemPorts, company, id, changes)
  } else if (step.kind === 'delete') await deleteDepartment(tx, company, await departmentNow(tx, company, step.id))
  else await place(tx, company, step)
  return ''
}

async function place(tx: Tx, company: string, { person, seats }: Extract<DepartmentStep, { kind: 'place' }>): Promise<void> {
  await requireExistingDepartments(tx, company, seats)
  const held = await tx.all(departmentsOfPeople, { company, people: [person] })
  await tx.run(deletePersonDepartments, { company, person, departments: held.map(({ department }) => department) })
  for (const [index, department] of seats.entries()) {
    const orders = { person_order: 0, department_order: seats.length - index }
    await tx.run(insertPersonDepartment, { company, department, person, ...orders, is_primary: index === 0 ? 1 : 0, joined_at: 0 })
  }
  const before = held.map(({ department, is_primary }) => ({ department, isPrimary: is_primary === 1 }))
  const after = seats.map((department, index) => ({ department, isPrimary: index === 0 }))
  await recountPeople(tx, company, { before, after })
}

const allDepartments = statement((db, p: { company: string }) => db.selectFrom('departments').where('company', '=', p.company).selectAll())
const allWays = statement((db, p: { company: string }) =>
  db.selectFrom('department_ancestors').where('company', '=', p.company).orderBy('depth').selectAll(),
)

/** What the rows say, in the model's words. */
export async function storedText(reader: Reader, company: string): Promise<string> {
  const ways = Map.groupBy(await reader.all(allWays, { company }), ({ department }) => department)
  const lines = (await reader.all(allDepartments, { company })).map((row) => {
    const way = (ways.get(row.id) ?? []).map(({ ancestor, depth }, index) => (depth === index ? ancestor : `${ancestor} at ${depth}`))
    ways.delete(row.id)
    return lineOf({ ...row, way, primary: row.primary_people })
  })
  return [...lines, ...[...ways.keys()].map((id) => `way of ${id}, which is gone`)].sort().join('\n')
}
