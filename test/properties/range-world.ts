import { changeApp, newApp, newCompany, sendRaw, type TestApp } from '../kit/feishu/company.ts'
import { newPhone } from '../kit/feishu/people.ts'
import type { TestServer } from '../kit/server.ts'

/** A company in numbers: what each stands for is settled when it is made. */
export interface WorldPlan {
  /** For each department, what it lies below: 0 the root, else one that was made before. */
  readonly departments: readonly number[]
  /** For each person, where he sits: 0 the root, else a department. */
  readonly people: readonly (readonly number[])[]
  /** For each group, who is in it. */
  readonly groups: readonly (readonly number[])[]
  /** What of each the app sees. */
  readonly range: { readonly departments: readonly boolean[]; readonly people: readonly boolean[]; readonly groups: readonly boolean[] }
}

export interface WorldDepartment {
  readonly id: string
  /** The departments above it, the nearest first; the root left out. */
  readonly above: readonly WorldDepartment[]
  readonly granted: boolean
}

export interface WorldPerson {
  /** The `user_id`. */
  readonly id: string
  readonly name: string
  readonly mobile: string
  /** Where he sits: departments, or null for the root. */
  readonly seats: readonly (WorldDepartment | null)[]
  readonly granted: boolean
}

export interface WorldGroup {
  readonly id: string
  readonly members: readonly WorldPerson[]
  readonly granted: boolean
}

/** A company with an app that sees all of it, and one that sees a part. */
export interface World {
  readonly whole: TestApp
  readonly part: TestApp
  readonly departments: readonly WorldDepartment[]
  readonly people: readonly WorldPerson[]
  readonly groups: readonly WorldGroup[]
  /** Somebody who has resigned. */
  readonly gone: string
}

const byCode = 'user_id_type=user_id&department_id_type=open_department_id'

async function make<Data>(app: TestApp, path: string, body: object): Promise<Data> {
  const answer = await sendRaw(app, 'POST', path, { body })
  if (answer.body.code !== 0) throw new Error(`${path} was refused: ${JSON.stringify(answer.body)}`)
  return answer.body.data
}

async function makeDepartments(app: TestApp, { departments, range }: WorldPlan): Promise<WorldDepartment[]> {
  const made: WorldDepartment[] = []
  for (const [index, below] of departments.entries()) {
    const parent = made[(below % (index + 1)) - 1]
    const body = { name: `D${index}`, parent_department_id: parent?.id ?? '0' }
    const { department } = await make<{ department: { open_department_id: string } }>(app, '/contact/v3/departments', body)
    const above = parent ? [parent, ...parent.above] : []
    made.push({ id: department.open_department_id, above, granted: range.departments[index] === true })
  }
  return made
}

async function makePerson(app: TestApp, id: string, seats: WorldPerson['seats']): Promise<string> {
  const mobile = newPhone()
  const department_ids = seats.map((seat) => seat?.id ?? '0')
  await make(app, `/contact/v3/users?${byCode}`, { user_id: id, name: `Name of ${id}`, mobile, department_ids, employee_type: 1 })
  return mobile
}

async function makePeople(app: TestApp, { people, range }: WorldPlan, departments: readonly WorldDepartment[]): Promise<WorldPerson[]> {
  const made: WorldPerson[] = []
  for (const [index, places] of people.entries()) {
    const numbers = [...new Set(places.map((place) => place % (departments.length + 1)))]
    const seats = numbers.map((number) => departments[number - 1] ?? null)
    const id = `p${index}`
    const mobile = await makePerson(app, id, seats)
    made.push({ id, name: `Name of ${id}`, mobile, seats, granted: range.people[index] === true })
  }
  return made
}

async function makeGroups(app: TestApp, { groups, range }: WorldPlan, people: readonly WorldPerson[]): Promise<WorldGroup[]> {
  const made: WorldGroup[] = []
  for (const [index, numbers] of groups.entries()) {
    const members = [...new Set(numbers.map((number) => people[number % people.length] as WorldPerson))]
    const { group_id: id } = await make<{ group_id: string }>(app, '/contact/v3/group', { name: `G${index}` })
    const entries = members.map((person) => ({ member_id: person.id, member_type: 'user', member_id_type: 'user_id' }))
    if (entries.length > 0) await make(app, `/contact/v3/group/${id}/member/batch_add`, { members: entries })
    made.push({ id, members, granted: range.groups[index] === true })
  }
  return made
}

/** Makes the company of a plan through the wire. */
export async function makeWorld(server: TestServer, plan: WorldPlan): Promise<World> {
  const whole = await newCompany(server)
  const departments = await makeDepartments(whole, plan)
  const people = await makePeople(whole, plan, departments)
  const groups = await makeGroups(whole, plan, people)
  await makePerson(whole, 'gone', [null])
  await sendRaw(whole, 'DELETE', `/contact/v3/users/gone?${byCode}`)
  const part = await newApp(whole)
  const granted = (things: readonly { id: string; granted: boolean }[]) => things.filter((thing) => thing.granted).map(({ id }) => id)
  await changeApp(part, { range: { departments: granted(departments), people: granted(people), groups: granted(groups) } })
  return { whole, part, departments, people, groups, gone: 'gone' }
}

/** The plain model of a range. Source: the vendor's guide to scope authority. */
export const sees = {
  department: (department: WorldDepartment | null): boolean =>
    department !== null && [department, ...department.above].some(({ granted }) => granted),
  person: ({ groups }: World, person: WorldPerson): boolean =>
    person.granted || person.seats.some(sees.department) || groups.some((group) => group.granted && group.members.includes(person)),
  group: (group: WorldGroup): boolean => group.granted,
}
