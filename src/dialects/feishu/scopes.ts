import type { Call } from './call.ts'

const anyContact = ['contact:contact:access_as_app', 'contact:contact:readonly', 'contact:contact:readonly_as_app']

/** Fields that are shown only with one of these scopes; a field that stands nowhere is always shown. */
export type FieldScopes = Readonly<Record<string, readonly string[]>>

const of = (scopes: readonly string[], fields: readonly string[]): [string, readonly string[]][] => fields.map((field) => [field, scopes])

/** Of a user (user/get, field scopes). */
export const userFields: FieldScopes = Object.fromEntries([
  ...of(['contact:user.base:readonly', ...anyContact], ['name', 'en_name', 'nickname', 'avatar']),
  ...of(['contact:user.gender:readonly', ...anyContact], ['gender']),
  ...of(
    ['contact:user.employee:readonly', ...anyContact],
    [
      ...['status', 'city', 'country', 'work_station', 'join_time', 'is_tenant_manager', 'employee_type', 'custom_attrs'],
      ...['enterprise_email', 'job_title'],
    ],
  ),
  ...of(['contact:user.employee_number:read', 'contact:user.employee:readonly', ...anyContact], ['employee_no']),
  ...of(['contact:user.department:readonly', ...anyContact], ['department_ids', 'leader_user_id', 'orders']),
  ...of(['contact:user.employee_id:readonly'], ['user_id']),
  ...of(['contact:user.email:readonly'], ['email']),
  ...of(['contact:user.phone:readonly'], ['mobile']),
  ...of(['contact:user.user_geo'], ['geo']),
  ...of(['contact:user.job_level:readonly'], ['job_level_id']),
  ...of(['contact:user.job_family:readonly'], ['job_family_id']),
  ...of(['contact:user.assign_info:read'], ['assign_info']),
  ...of(['contact:user.subscription_ids:write'], ['subscription_ids']),
  ...of(['contact:user.dotted_line_leader_info.read'], ['dotted_line_leader_user_ids']),
  ...of(['contact:user.department_path:readonly'], ['department_path']),
])

/** Of a user in the answer of `user.patch`, whose page has one scope more for the mail (user/patch). */
export const patchedUserFields: FieldScopes = {
  ...userFields,
  email: ['contact:user.email:readonly', 'directory:employee.base.email:read'],
}

/** Of a user in an event about one (user/events/created, updated, deleted), where the pages differ from those of the calls. */
export const userEventFields: FieldScopes = Object.fromEntries([
  ...Object.entries(userFields).filter(([field]) => field !== 'job_title'),
  ...of(['contact:user.base:readonly', ...anyContact], ['enterprise_email']),
  ...of(['contact:user.employee:readonly', ...anyContact], ['leader_user_id']),
])

const baseOfDepartment = ['contact:department.base:readonly', ...anyContact]
const placeOfDepartment = ['contact:department.organize:readonly', ...anyContact]

/** Of a department (department/get, field scopes). The kinds of its leaders are always shown; `leaderID` is who they are. */
export const departmentFields: FieldScopes = Object.fromEntries([
  ...of(baseOfDepartment, ['name', 'i18n_name', 'department_id', 'chat_id', 'status']),
  ...of(placeOfDepartment, [
    ...['parent_department_id', 'leader_user_id', 'order', 'unit_ids', 'member_count', 'leaderID', 'primary_member_count'],
  ]),
  ...of(['contact:department.hrbp:readonly'], ['department_hrbps']),
])

/** Of a department in an event about one (department/events/created, updated, deleted), where the pages differ from those of the calls. */
export const departmentEventFields: FieldScopes = {
  ...departmentFields,
  leader_user_id: baseOfDepartment,
  chat_id: placeOfDepartment,
}

export function maySee(fields: FieldScopes, field: string, { scopes }: Pick<Call, 'scopes'>): boolean {
  return fields[field]?.some((scope) => scopes.has(scope)) ?? true
}

/** An object without the fields that the token may not see, and without those that have no value. */
export function shownFields<Shown extends object>(fields: FieldScopes, whole: Shown, call: Pick<Call, 'scopes'>): Shown {
  const kept = Object.entries(whole).filter(([field, value]) => value !== undefined && maySee(fields, field, call))
  return Object.fromEntries(kept) as Shown
}
