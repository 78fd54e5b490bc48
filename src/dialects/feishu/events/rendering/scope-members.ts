import { groupsOfRange } from '../../../../directory/company-groups/groups-of-range.ts'
import type { Department } from '../../../../directory/departments/department.ts'
import { findDepartments } from '../../../../directory/departments/find-departments.ts'
import { rootDepartment } from '../../../../directory/ranges/range.ts'
import type { Reader } from '../../../../directory/session.ts'
import { openId } from '../../ids.ts'
import { departmentFields, shownFields } from '../../scopes.ts'
import type { Receiver } from '../receiver.ts'

/** Departments of a range, as the event about it has them: as calls answer them, with the order as text. */
export async function scopeDepartments(reader: Reader, to: Receiver, ids: readonly string[]): Promise<object[]> {
  const found = (await findDepartments(reader, to.company.id, ids)).filter((department) => department !== undefined)
  const root = ids.includes(rootDepartment) ? [rootOf(to)] : []
  return [...root, ...found.map((department) => scopeDepartment(department, to))].map((shown) => shownFields(departmentFields, shown, to))
}

function rootOf({ company }: Receiver) {
  return { name: company.name, parent_department_id: '', department_id: rootDepartment, open_department_id: rootDepartment }
}

function scopeDepartment(department: Department, { idKeys }: Receiver) {
  const main = department.leaders.find(({ kind }) => kind === 1)
  return {
    name: department.name,
    i18n_name: department.i18nName,
    parent_department_id: department.parent,
    department_id: department.code,
    open_department_id: department.id,
    leader_user_id: main && openId(main.person, idKeys),
    chat_id: department.chat ?? undefined,
    order: String(department.position),
    unit_ids: department.unit === null ? undefined : [department.unit],
    member_count: department.people,
    status: { is_deleted: false },
    leaders: department.leaders.map(({ person, kind }) => ({ leaderType: kind, leaderID: openId(person, idKeys) })),
    group_chat_employee_types: department.chatEmployeeTypes,
    primary_member_count: department.primaryPeople,
  }
}

/** Groups of a range that are still there. */
export async function scopeGroups(reader: Reader, { company }: Receiver, ids: readonly string[]): Promise<object[]> {
  return (await groupsOfRange(reader, company.id, ids)).map(({ id, name, kind, people }) => ({
    user_group_id: id,
    name,
    type: kind === 'normal' ? 1 : 2,
    member_count: people,
    status: 1,
  }))
}
