import type { EventAbout } from '../../../../directory/deliveries/read-stream.ts'
import type { Department } from '../../../../directory/departments/department.ts'
import { codesOf } from '../../../../directory/people/named-people.ts'
import type { Reader } from '../../../../directory/session.ts'
import { openId, unionId } from '../../ids.ts'
import { departmentEventFields, maySee, shownFields } from '../../scopes.ts'
import type { Receiver, Rendered } from '../receiver.ts'

/** Counters of a department that change without anybody changing the department. */
const counters: readonly string[] = ['people', 'primaryPeople']

/** What somebody did to a department, as one app may know it. */
export async function departmentEvents(
  reader: Reader,
  to: Receiver,
  { kind, before, after }: EventAbout<'department'>,
): Promise<Rendered[]> {
  if (kind === 'department_deleted') return [await deleted(reader, to, before)]
  if (kind === 'department_created') {
    const [object] = await eventDepartments(reader, to, [after], false)
    return [{ type: 'contact.department.created_v3', part: '', event: { object } }]
  }
  if (Object.keys(before).every((member) => counters.includes(member))) return []
  const [object, old_object] = await eventDepartments(reader, to, [after, { ...after, ...before }], false)
  return [{ type: 'contact.department.updated_v3', part: '', event: { object, old_object } }]
}

async function deleted(reader: Reader, to: Receiver, gone: Department): Promise<Rendered> {
  const [object] = await eventDepartments(reader, to, [gone], true)
  const old_object = shownFields(departmentEventFields, { status: { is_deleted: false }, open_department_id: gone.id }, to)
  return { type: 'contact.department.deleted_v3', part: '', event: { object, old_object } }
}

/** Departments as events have them, which is not quite how calls answer them: the order is a number. */
async function eventDepartments(reader: Reader, to: Receiver, departments: readonly Department[], isDeleted: boolean): Promise<object[]> {
  const codes = await partnerCodes(reader, to, departments)
  return departments.map((department) => shownFields(departmentEventFields, eventDepartment(department, to, codes, isDeleted), to))
}

function eventDepartment(department: Department, to: Receiver, codes: ReadonlyMap<string, string>, isDeleted: boolean) {
  const { idKeys } = to
  const main = department.leaders.find(({ kind }) => kind === 1)
  return {
    name: department.name,
    parent_department_id: department.parent,
    department_id: department.code,
    open_department_id: department.id,
    leader_user_id: main && openId(main.person, idKeys),
    chat_id: department.chat ?? undefined,
    order: department.position,
    unit_ids: department.unit === null ? undefined : [department.unit],
    status: { is_deleted: isDeleted },
    leaders: eventLeaders(department, to),
    department_hrbps: department.partners.map((person) => ({
      union_id: unionId(person, idKeys),
      ...(codes.has(person) && { user_id: codes.get(person) }),
      open_id: openId(person, idKeys),
    })),
  }
}

/** The kind of a leader is always told, who it is only with the scope for that. */
export function eventLeaders({ leaders }: Department, to: Receiver): object[] {
  const named = maySee(departmentEventFields, 'leaderID', to)
  return leaders.map(({ person, kind }) => ({ leaderType: kind, ...(named && { leaderID: openId(person, to.idKeys) }) }))
}

async function partnerCodes(
  reader: Reader,
  { company, scopes }: Receiver,
  departments: readonly Department[],
): Promise<Map<string, string>> {
  if (!scopes.has('contact:user.employee_id:readonly')) return new Map()
  return await codesOf(reader, company.id, [...new Set(departments.flatMap(({ partners }) => partners))])
}
