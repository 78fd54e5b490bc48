import { expect } from 'vitest'
import { newCompany, type TestApp } from '../../kit/feishu/company.ts'
import { newDepartment } from '../../kit/feishu/departments.ts'
import { membersOf, newGroup } from '../../kit/feishu/groups.ts'
import { newPhone } from '../../kit/feishu/people.ts'
import type { TestServer } from '../../kit/server.ts'

/** Departments of the company that the zone is filled from; whoever is in neither is chosen by the group alone. */
export const departments = ['east', 'west'] as const
type Department = (typeof departments)[number]

export interface Person {
  readonly mobile: string
  department: Department | undefined
  frozen: boolean
  inGroup: boolean
}

/** A company whose people are each changed by one caller alone, so that nobody need ask who was first. */
export interface Company {
  readonly app: TestApp
  /** By the company's own id, which is the name of the user that stands for him. */
  readonly people: Map<string, Person>
  readonly departmentIds: Readonly<Record<Department, string>>
  /** What `east` is called now; `west` and the group keep their names. */
  eastName: string
  readonly group: string
}

export const groupName = 'team'
const seats = 12

export async function openCompany(server: TestServer): Promise<Company> {
  const app = await newCompany(server)
  const [east, west] = [await newDepartment(app.client, { name: 'east' }), await newDepartment(app.client, { name: 'west' })]
  const departmentIds = { east: east.open_department_id, west: west.open_department_id }
  return { app, people: new Map(), departmentIds, eastName: 'east', group: await newGroup(app, { name: groupName }) }
}

/** One of the seats that a caller of so many has. */
function ownSeat(caller: number, callers: number, number: number): string {
  const own = Array.from({ length: seats }, (_, seat) => seat).filter((seat) => seat % callers === caller)
  return `p${own[number % own.length]}`
}

export type CompanyStep = 'seat' | 'freeze' | 'resign' | 'group' | 'rename'

/** Changes the company through the vendor's official client, and notes it. Whoever is not there is hired, whatever was to happen to him. */
export async function changeCompany(
  company: Company,
  step: CompanyStep,
  { caller, callers, one, other, flag }: { caller: number; callers: number; one: number; other: number; flag: boolean },
): Promise<void> {
  const code = ownSeat(caller, callers, one)
  const person = company.people.get(code)
  const department = [...departments, undefined][other % 3]
  if (step === 'rename') return renameEast(company, caller, flag ? `group${other % 9}` : 'east')
  if (!person) return hire(company, code, department)
  if (step === 'resign') return resign(company, code)
  if (step === 'group') return changeGroup(company, caller, callers, flag)
  Object.assign(person, step === 'seat' ? { department } : { frozen: flag })
  await update(company, code, person)
}

const placed = ({ departmentIds }: Company, department: Department | undefined) => [department ? departmentIds[department] : '0']

async function hire(company: Company, code: string, department: Department | undefined): Promise<void> {
  const mobile = newPhone()
  const data = { user_id: code, name: `Person ${code}`, mobile, department_ids: placed(company, department), employee_type: 1 }
  await company.app.client.contact.user.create({ data })
  company.people.set(code, { mobile, department, frozen: false, inGroup: false })
}

async function update(company: Company, code: string, { mobile, department, frozen }: Person): Promise<void> {
  const data = { name: `Person ${code}`, mobile, department_ids: placed(company, department), employee_type: 1, is_frozen: frozen }
  await company.app.client.contact.user.update({ path: { user_id: code }, params: { user_id_type: 'user_id' }, data })
}

async function resign(company: Company, code: string): Promise<void> {
  await company.app.client.contact.user.delete({ path: { user_id: code }, params: { user_id_type: 'user_id' }, data: {} })
  company.people.delete(code)
}

/** All of a caller's people come or go in one batch. */
async function changeGroup({ app, people, group: group_id }: Company, caller: number, callers: number, joins: boolean): Promise<void> {
  const own = [...people].filter(([code, { inGroup }]) => Number(code.slice(1)) % callers === caller && inGroup !== joins)
  if (own.length === 0) return
  const members = own.map(([member_id]) => ({ member_id, member_type: 'user', member_id_type: 'user_id' as const }))
  const { groupMember } = app.client.contact
  if (joins) await groupMember.batchAdd({ path: { group_id }, data: { members } })
  else await groupMember.batchRemove({ path: { group_id }, data: { members } as never })
  for (const [, person] of own) person.inGroup = joins
}

/** The first caller alone names departments. */
async function renameEast(company: Company, caller: number, name: string): Promise<void> {
  if (caller !== 0 || name === company.eastName) return
  await company.app.client.contact.department.patch({ path: { department_id: company.departmentIds.east }, data: { name } })
  company.eastName = name
}

/** Holds that the company, seen through the vendor's official client, is as it was made to be. */
export async function checkCompany({ app, people, departmentIds, group }: Company): Promise<void> {
  for (const department of departments) {
    const params = { department_id: departmentIds[department], user_id_type: 'user_id' as const, page_size: 50 }
    const { data } = await app.client.contact.user.findByDepartment({ params })
    const shown = (data?.items ?? []).map(({ user_id, name, status }) => [user_id, name, status?.is_frozen]).sort()
    const wanted = [...people].filter(([, person]) => person.department === department)
    expect(shown).toEqual(wanted.map(([code, { frozen }]) => [code, `Person ${code}`, frozen]).sort())
  }
  expect((await membersOf(app, group)).sort()).toEqual([...people].flatMap(([code, { inGroup }]) => (inGroup ? [code] : [])).sort())
}
