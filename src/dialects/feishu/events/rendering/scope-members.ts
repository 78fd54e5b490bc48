import type { CompanyGroup } from '../../../../directory/company-groups/group.ts'
import { groupsOfRange, type RangeGroup } from '../../../../directory/company-groups/groups-of-range.ts'
import { asDeleted } from '../../../../directory/deliveries/read-stream.ts'
import type { Department } from '../../../../directory/departments/department.ts'
import { findDepartments } from '../../../../directory/departments/find-departments.ts'
import { rootDepartment } from '../../../../directory/ranges/range.ts'
import type { Reader } from '../../../../directory/session.ts'
import { openId } from '../../ids.ts'
import { departmentFields, shownFields } from '../../scopes.ts'
import type { Receiver } from '../receiver.ts'
import { eventLeaders } from './department-events.ts'

/**
 * Departments of a range, as the event about it has them: as calls answer them, with the order as text. One that is gone since, which may be why it left
 * the range, is told as it was.
 */
export async function scopeDepartments(reader: Reader, to: Receiver, ids: readonly string[]): Promise<object[]> {
  const found = await findDepartments(reader, to.company.id, ids)
  const shown: object[] = ids.includes(rootDepartment) ? [rootOf(to)] : []
  for (const [index, id] of ids.entries()) {
    const department = found[index] ?? (await asDeleted(reader, to.company.id, { subject: id, kind: 'department_deleted', after: 0 }))
    if (department) shown.push(scopeDepartment(department, to, found[index] === undefined))
  }
  return shown.map((department) => shownFields(departmentFields, department, to))
}

function rootOf({ company }: Receiver) {
  return { name: company.name, parent_department_id: '', department_id: rootDepartment, open_department_id: rootDepartment }
}

function scopeDepartment(department: Department, to: Receiver, isDeleted: boolean) {
  const main = department.leaders.find(({ kind }) => kind === 1)
  return {
    name: department.name,
    i18n_name: department.i18nName,
    parent_department_id: department.parent,
    department_id: department.code,
    open_department_id: department.id,
    leader_user_id: main && openId(main.person, to.idKeys),
    chat_id: department.chat ?? undefined,
    order: String(department.position),
    unit_ids: department.unit === null ? undefined : [department.unit],
    member_count: department.people,
    status: { is_deleted: isDeleted },
    leaders: eventLeaders(department, to),
    group_chat_employee_types: department.chatEmployeeTypes,
    primary_member_count: department.primaryPeople,
  }
}

/** Groups of a range; one that was deleted after the event at `seq`, as a range is left first, is told as it was. */
export async function scopeGroups(reader: Reader, { company }: Receiver, ids: readonly string[], seq: number): Promise<object[]> {
  const found = new Map((await groupsOfRange(reader, company.id, ids)).map((group) => [group.id, group]))
  const groups: RangeGroup[] = []
  for (const id of ids) {
    const group = found.get(id) ?? goneGroup(await asDeleted(reader, company.id, { subject: id, kind: 'people_group_deleted', after: seq }))
    if (group) groups.push(group)
  }
  return groups.map(({ id, name, kind, people }) => ({
    user_group_id: id,
    name,
    type: kind === 'normal' ? 1 : 2,
    member_count: people,
    status: 1,
  }))
}

function goneGroup(group: CompanyGroup | undefined): RangeGroup | undefined {
  if (!group) return undefined
  const { id, name, kind, personCount: people } = group
  return { id, name, kind, people }
}
