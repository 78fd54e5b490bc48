import { companyStream } from '../../../src/directory/events.ts'
import type { DepartmentRow, PersonRow } from '../../../src/storage/schemas/companies.ts'
import type { Store, Tx } from '../../../src/storage/store.ts'
import { insertCompany } from '../../../src/storage/tables/companies/companies.ts'
import { insertAncestors } from '../../../src/storage/tables/departments/department-ancestors.ts'
import { insertDepartment } from '../../../src/storage/tables/departments/departments.ts'
import { insertPerson } from '../../../src/storage/tables/people/people.ts'
import { insertPersonDepartment } from '../../../src/storage/tables/people/person-departments.ts'
import { asked } from '../../storage/settings-statements.ts'

/** A company with three departments, one of them in another, and two people in each. */
export const parents = { north: '0', west: '0', town: 'north' } as const
export type DepartmentId = keyof typeof parents
export const departmentIds = Object.keys(parents) as DepartmentId[]
export const seats = { ann: 'north', ben: 'north', cleo: 'west', dora: 'west', eve: 'town', finn: 'town' } as const
export type PersonId = keyof typeof seats
export const personIds = Object.keys(seats) as PersonId[]

const texts = {
  ...{ en_name: '', nickname: '', email: '', mobile: '', enterprise_email: '', employee_no: '', avatar_key: '', city: '', country: '' },
  ...{ work_station: '', job_title: '', job_level: '', job_family: '', dotted_leaders: '[]', custom_attrs: '[]', geo: '', hold: '' },
  ...{ subscriptions: '[]', description: '', positions: '[]' },
}
const numbers = { code_changes: 0, mobile_visible: 1, gender: 0, employee_type: 1, is_manager: 0, is_founder: 0, frozen: 0, activated: 1 }
const nulls = { email_key: null, mobile_key: null, enterprise_email_key: null, employee_no_key: null, join_time: null, leader: null }
const rest = { exited: 0, unjoined: 0, resigned_at: null, created_at: 1, updated_at: 1 }

function personRow(company: string, id: string): PersonRow {
  return { company, id, code: id, code_key: id, name: id, ...texts, ...numbers, ...nulls, ...rest }
}

function departmentRow(company: string, id: DepartmentId, position: number): DepartmentRow {
  const lists = { i18n_name: '{}', leaders: '[]', partners: '[]', chat_employee_types: '[]' }
  const counts = { code_changes: 0, people: 0, primary_people: 0, created_at: 1, updated_at: 1 }
  return { company, id, code: id, parent: parents[id], name: id, position, unit: null, chat: null, ...lists, ...counts }
}

/** Runs a unit of work in the company's stream, as a request does. */
export function write<T>(store: Store, company: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return store.write(companyStream(company), asked(), work)
}

export async function storeCompany(store: Store, company: string): Promise<void> {
  await write(store, company, async (tx) => {
    await tx.run(insertCompany, { id: company, name: company, facts: '{}', created_at: 1 })
    for (const [index, id] of departmentIds.entries()) {
      await tx.run(insertDepartment, departmentRow(company, id, index))
      await tx.run(insertAncestors, { company, department: id, parent: parents[id] })
    }
    for (const id of personIds) {
      await tx.run(insertPerson, personRow(company, id))
      const place = { person_order: 0, department_order: 1, is_primary: 1, joined_at: 1 }
      await tx.run(insertPersonDepartment, { company, department: seats[id], person: id, ...place })
    }
  })
}
