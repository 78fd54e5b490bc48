import { changeGroupPeople } from '../../../../src/directory/company-groups/change-people.ts'
import { deleteCompanyGroup } from '../../../../src/directory/company-groups/delete-group.ts'
import { changeDepartment, type DepartmentChanges } from '../../../../src/directory/departments/change-department.ts'
import { createDepartment } from '../../../../src/directory/departments/create-department.ts'
import { deleteDepartment } from '../../../../src/directory/departments/delete-department.ts'
import { departmentNow } from '../../../../src/directory/departments/find-departments.ts'
import { companyStream } from '../../../../src/directory/events.ts'
import { blankPerson } from '../../../../src/directory/people/draft.ts'
import { personNow } from '../../../../src/directory/people/find-people.ts'
import type { Person } from '../../../../src/directory/people/person.ts'
import { resign } from '../../../../src/directory/people/resign.ts'
import { savePerson } from '../../../../src/directory/people/save-person.ts'
import { placed } from '../../../../src/directory/people/seats.ts'
import { everything } from '../../../../src/directory/ranges/range.ts'
import type { Tx } from '../../../../src/storage/store.ts'
import { type Admin, ports, unique } from '../admin-kit.ts'
import { origin } from '../organization-kit.ts'

/** A company, changed by the commands of the directory: what a test of a bridge does to it, in few words. */
export class TestCompany {
  readonly id: string
  readonly #admin: Admin

  constructor(admin: Admin, id: string) {
    this.#admin = admin
    this.id = id
  }

  #write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#admin.store.write(companyStream(this.id), { ...origin, at: ports.clock.now() }, work)
  }

  async department(name: string, parent = '0'): Promise<string> {
    return (await this.#write((tx) => createDepartment(tx, ports, this.id, { name, parent }))).id
  }

  async changeDepartment(id: string, changes: DepartmentChanges): Promise<void> {
    await this.#write((tx) => changeDepartment(tx, ports, this.id, id, changes))
  }

  async deleteDepartment(id: string): Promise<void> {
    await this.#write(async (tx) => deleteDepartment(tx, this.id, await departmentNow(tx, this.id, id)))
  }

  /** A person whose code is his name, and who has a mail of it. */
  async person(name: string, departments: readonly string[], facts: Partial<Person> = {}): Promise<string> {
    const id = crypto.randomUUID().replaceAll('-', '')
    const person: Person = {
      ...blankPerson,
      ...{ id, code: name, name, email: `${name}@example.com`, codeChanges: 0, createdAt: ports.clock.now(), resignedAt: null },
      ...{ isManager: false, isFounder: false, hold: '', activated: true, exited: false, unjoined: false },
      ...facts,
      placements: placed({ departments }, []),
    }
    await this.#write((tx) => savePerson(tx, this.id, undefined, person))
    return id
  }

  async people(prefix: string, count: number, departments: readonly string[]): Promise<string[]> {
    const ids: string[] = []
    for (let made = 0; made < count; made++) ids.push(await this.person(`${prefix}${made}`, departments))
    return ids
  }

  async changePerson(id: string, changes: Partial<Person>): Promise<void> {
    await this.#write(async (tx) => {
      const before = await personNow(tx, this.id, id)
      await savePerson(tx, this.id, before, { ...before, ...changes })
    })
  }

  async move(id: string, departments: readonly string[]): Promise<void> {
    await this.changePerson(id, { placements: placed({ departments }, []) })
  }

  async resign(id: string): Promise<void> {
    const covering = { company: this.id, range: everything }
    await this.#write((tx) => resign(tx, covering, { person: id, told: id, handOver: {}, ledElsewhere: false }))
  }

  async group(name: string): Promise<string> {
    const id = unique('g').replaceAll('-', '')
    await this.#admin.must(200, 'PUT', `/companies/${this.id}/groups/${id}`, { body: { name, kind: 'normal' } })
    return id
  }

  async rename(group: string, name: string): Promise<void> {
    await this.#admin.must(200, 'PUT', `/companies/${this.id}/groups/${group}`, { body: { name, kind: 'normal' } })
  }

  async deleteGroup(group: string): Promise<void> {
    await this.#write((tx) => deleteCompanyGroup(tx, { company: this.id, range: everything }, group))
  }

  async join(group: string, person: string, kind: 'add' | 'remove' = 'add'): Promise<void> {
    const change = { company: this.id, group, person, kind, told: person }
    const outcome = await this.#admin.store.submit(changeGroupPeople, companyStream(this.id), { ...origin, at: ports.clock.now() }, change)
    if (!outcome.done) throw new Error(`nobody joined: ${outcome.refusal.fact}`)
  }

  async setGroupDepartment(method: 'PUT' | 'DELETE', group: string, department: string): Promise<void> {
    await this.#admin.must(204, method, `/companies/${this.id}/groups/${group}/departments/${department}`)
  }
}

export async function newCompany(admin: Admin): Promise<TestCompany> {
  const { id } = await admin.must(201, 'POST', '/companies', { body: { name: unique('company') } })
  return new TestCompany(admin, id)
}
