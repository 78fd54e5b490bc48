import type { Department } from '../../../../directory/departments/department.ts'
import { mainLeader } from '../../../../directory/departments/judge-heads.ts'
import { rootDepartment } from '../../../../directory/ranges/range.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import type { IdTypes } from '../../schemas.ts'
import { departmentFields, maySee, shownFields, userFields } from '../../scopes.ts'
import { departmentWriter, personWriter } from '../../translate-ids.ts'
import type { ShownDepartment } from './department-fields.ts'

/** Departments as an answer shows them, with the ids that were asked for; the ids of all are read at once. */
export async function showDepartments(
  reader: Reader,
  call: Call,
  asked: IdTypes,
  departments: readonly Department[],
): Promise<ShownDepartment[]> {
  const { user_id_type = 'open_id', department_id_type = 'open_department_id' } = asked
  const people = departments.flatMap(({ leaders, partners }) => [...leaders.map(({ person }) => person), ...partners])
  const hidden = user_id_type === 'user_id' && !maySee(userFields, 'user_id', call)
  const write = hidden ? () => undefined : await personWriter(reader, call, user_id_type, [...new Set(people)])
  const parents = departments.map(({ parent }) => parent)
  const parent = await departmentWriter(reader, call, department_id_type, [...new Set(parents)])
  return departments.map((department) => shownFields(departmentFields, shape(department, { write, parent, call }), call))
}

export async function showDepartment(reader: Reader, call: Call, asked: IdTypes, department: Department): Promise<ShownDepartment> {
  const [shown] = await showDepartments(reader, call, asked, [department])
  return shown as ShownDepartment
}

interface Writers {
  readonly write: (person: string) => string | undefined
  readonly parent: (department: string) => string
  readonly call: Call
}

function shape(department: Department, { write, parent, call }: Writers): ShownDepartment {
  const { leaders, partners, unit, chat, i18nName, chatEmployeeTypes } = department
  const main = leaders.find(({ kind }) => kind === mainLeader)
  const leaderOf = main && write(main.person)
  const hrbps = partners.map(write).filter((id) => id !== undefined)
  return {
    name: department.name,
    ...(Object.keys(i18nName).length > 0 && { i18n_name: i18nName }),
    parent_department_id: parent(department.parent),
    department_id: department.code,
    open_department_id: department.id,
    ...(leaderOf !== undefined && { leader_user_id: leaderOf }),
    ...(chat !== null && { chat_id: chat }),
    order: String(department.position),
    ...(unit !== null && { unit_ids: [unit] }),
    member_count: department.people,
    status: { is_deleted: false },
    ...(leaders.length > 0 && { leaders: leaders.map((leader) => shownLeader(leader, write, call)) }),
    ...(chatEmployeeTypes.length > 0 && { group_chat_employee_types: [...chatEmployeeTypes] }),
    ...(hrbps.length > 0 && { department_hrbps: hrbps }),
    primary_member_count: department.primaryPeople,
  }
}

/** The kind of a leader is always shown, who it is only with the scope of `leaders`. */
function shownLeader({ person, kind }: Department['leaders'][number], write: Writers['write'], call: Call) {
  const id = maySee(departmentFields, 'leaderID', call) ? write(person) : undefined
  return { leaderType: kind, ...(id !== undefined && { leaderID: id }) }
}

/** The root: it has the company's name, and both its ids are one. */
export function shownRoot(call: Call): ShownDepartment {
  const root = { name: call.company.name, department_id: rootDepartment, open_department_id: rootDepartment, status: { is_deleted: false } }
  return shownFields(departmentFields, root, call)
}
