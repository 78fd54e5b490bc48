import { hash } from 'node:crypto'
import { createCompany } from '../../src/directory/companies/create-company.ts'
import { changeGroupPeople } from '../../src/directory/company-groups/change-people.ts'
import { createCompanyGroup } from '../../src/directory/company-groups/create-group.ts'
import { recountAll } from '../../src/directory/departments/count-people.ts'
import { companyStream } from '../../src/directory/events.ts'
import { everything, rootDepartment } from '../../src/directory/ranges/range.ts'
import { openSession, type Session, type Tx } from '../../src/directory/session.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import type { DepartmentRow, PersonRow } from '../../src/storage/schemas/companies.ts'
import type { Store } from '../../src/storage/store.ts'
import { insertAncestors } from '../../src/storage/tables/departments/department-ancestors.ts'
import { insertDepartment } from '../../src/storage/tables/departments/departments.ts'
import { insertPerson } from '../../src/storage/tables/people/people.ts'
import { insertPersonDepartment } from '../../src/storage/tables/people/person-departments.ts'
import type { Vault } from '../../src/storage/vault.ts'

/** How large a company is. Group 0 is the big one; everybody of the others is in ten of them or fewer. */
export interface CompanySize {
  readonly people: number
  readonly departments: number
  readonly groups: number
  readonly bigGroup: number
  /** People of each other group. */
  readonly smallGroup: number
}

/** The two whose calls are compared. */
export const companySizes = {
  small: { people: 1_000, departments: 50, groups: 5, bigGroup: 1_000, smallGroup: 100 },
  large: { people: 100_000, departments: 5_000, groups: 500, bigGroup: 100_000, smallGroup: 100 },
} as const satisfies Record<string, CompanySize>

const hex = (kind: string, index: number): string => hash('md5', `${kind}${index}`)

/** The nth of each, by arithmetic: who fills and who asks agree without lists. Ids are as random as real ones. */
const personId = (index: number): string => hex('person', index)
export const personCode = (index: number): string => `p${index}`
const departmentId = (index: number): string => `od-${hex('department', index)}`
export const departmentCode = (index: number): string => `d${index}`
export const companyGroupId = (index: number): string => `group${index}`

/** The department right above: the root for the first ten, then ten below each. */
const parentOf = (index: number): number | undefined => (index < 10 ? undefined : Math.floor(index / 10) - 1)
/** The department in which a person sits. */
const departmentOf = (person: number, { departments }: CompanySize): number => person % departments
/** The person that is the nth of a group. */
export const memberOf = (group: number, n: number, { people }: CompanySize): number => (group * 7919 + n) % people

/** Things of one transaction. */
const chunk = 2000

/**
 * Makes a company of this size in a store; apps are made by who calls. People and departments are written straight into the tables, without events;
 * groups and who is in them through the directory's own commands.
 */
export async function fillCompany({ store, vault }: { store: Store; vault: Vault }, company: string, size: CompanySize): Promise<void> {
  const origin = { actor: 'benchmark', account: 0, dialect: 'admin', operation: 'Fill', requestId: 'fill', at: Date.now() }
  const session = openSession(store, systemPorts, vault, origin)
  const write = <T>(work: (tx: Tx) => Promise<T>) => session.write(companyStream(company), work)
  await write((tx) => createCompany(tx, { id: company, name: `benchmark ${company}` }))
  await inChunks(size.departments, (indexes) => write((tx) => makeDepartments(tx, company, indexes)))
  await inChunks(size.people, (indexes) => write((tx) => makePeople(tx, company, indexes, size)))
  await inChunks(size.groups, (indexes) => write((tx) => makeGroups(tx, company, indexes)))
  await fillGroups(session, company, size)
}

async function inChunks(count: number, work: (indexes: number[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < count; from += chunk) {
    await work(Array.from({ length: Math.min(chunk, count - from) }, (_, index) => from + index))
  }
}

async function makeDepartments(tx: Tx, company: string, indexes: readonly number[]): Promise<void> {
  for (const index of indexes) {
    const above = parentOf(index)
    const parent = above === undefined ? rootDepartment : departmentId(above)
    const row: DepartmentRow = {
      ...{ company, id: departmentId(index), code: departmentCode(index), code_changes: 0, parent, name: `Department ${index}` },
      ...{ i18n_name: '{}', position: index + 1, leaders: '[]', partners: '[]', unit: null, chat: null, chat_employee_types: '[]' },
      ...{ people: 0, primary_people: 0, created_at: tx.origin.at, updated_at: tx.origin.at },
    }
    await tx.run(insertDepartment, row)
    await tx.run(insertAncestors, { company, department: row.id, parent })
  }
}

async function makePeople(tx: Tx, company: string, indexes: readonly number[], size: CompanySize): Promise<void> {
  const { at } = tx.origin
  const departments = indexes.map((index) => departmentId(departmentOf(index, size)))
  await Promise.all(
    indexes.map(async (index, position) => {
      const [department, person] = [departments[position] as string, personId(index)]
      await tx.run(insertPerson, personRow(company, index, at))
      const orders = { person_order: 0, department_order: 0, is_primary: 1, joined_at: at }
      await tx.run(insertPersonDepartment, { company, department, person, ...orders })
    }),
  )
  const seats = departments.map((department) => ({ before: [], after: [{ department, isPrimary: true }] }))
  await recountAll(tx, company, seats)
}

function personRow(company: string, index: number, at: number): PersonRow {
  const code = personCode(index)
  const email = `person${index}@example.com`
  const mobile = `+86139${String(index).padStart(8, '0')}`
  return {
    ...{ company, id: personId(index), code, code_key: code, code_changes: 0, name: `Person ${index}`, en_name: '', nickname: '' },
    ...{ email, email_key: email, mobile, mobile_key: mobile, mobile_visible: 1, enterprise_email: '', enterprise_email_key: null },
    ...{ employee_no: '', employee_no_key: null, gender: 0, avatar_key: '', city: '', country: '', work_station: '', join_time: null },
    ...{ employee_type: 1, job_title: '', job_level: '', job_family: '', leader: null, dotted_leaders: '[]', custom_attrs: '[]', geo: '' },
    ...{ subscriptions: '[]', description: '', positions: '[]', is_manager: 0, is_founder: 0, hold: '', frozen: 0, activated: 1 },
    ...{ exited: 0, unjoined: 0, resigned_at: null, created_at: at, updated_at: at },
  }
}

async function makeGroups(tx: Tx, company: string, indexes: readonly number[]): Promise<void> {
  for (const index of indexes) {
    const group = { id: companyGroupId(index), name: `Group ${index}`, kind: 'normal' } as const
    await createCompanyGroup(tx, systemPorts, { company, range: everything }, group)
  }
}

async function fillGroups(session: Session, company: string, size: CompanySize): Promise<void> {
  const stream = companyStream(company)
  for (let group = 0; group < size.groups; group++) {
    await inChunks(group === 0 ? size.bigGroup : size.smallGroup, async (indexes) => {
      const changes = indexes.map((n) => {
        const index = memberOf(group, n, size)
        const change = { company, kind: 'add' as const, group: companyGroupId(group), person: personId(index), told: personCode(index) }
        return { change, origin: session.origin }
      })
      const outcomes = await session.write(stream, (tx) => changeGroupPeople.run(tx, stream, changes))
      const refused = outcomes.find(({ done }) => !done)
      if (refused) throw new Error(`somebody was not put into a group: ${JSON.stringify(refused)}`)
    })
  }
}
