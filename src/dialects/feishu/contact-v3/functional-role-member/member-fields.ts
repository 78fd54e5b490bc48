import { Type } from 'typebox'
import type { RoleOutcome } from '../../../../directory/company-roles/judge-members.ts'
import type { RoleMember } from '../../../../directory/company-roles/role.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { type IdTypes, oneOf } from '../../schemas.ts'
import { maySee, userFields } from '../../scopes.ts'
import { departmentWriter, personWriter } from '../../translate-ids.ts'

/** Whom a batch names: by the ids of `user_id_type`. */
export const namedMembers = Type.Array(Type.String(), { minItems: 1, maxItems: 100, examples: [['…']] })

/** What became of each entry of a batch, in the order of the request. */
export const entryResults = Type.Array(Type.Object({ user_id: Type.String(), reason: Type.Integer() }))

const reasons: Readonly<Record<RoleOutcome, number>> = {
  done: 1,
  unknown_person: 2,
  person_out_of_range: 3,
  already_member: 4,
  not_a_member: 5,
  scope_out_of_range: 6,
}

/** The ids come back as they were sent. */
export function showOutcomes(ids: readonly string[], outcomes: readonly RoleOutcome[]): { user_id: string; reason: number }[] {
  return ids.map((id, index) => ({ user_id: id, reason: reasons[outcomes[index] as RoleOutcome] }))
}

export const roleMember = Type.Object({
  user_id: Type.Optional(Type.String()),
  scope_type: oneOf(['All', 'Part', 'None']),
  department_ids: Type.Optional(Type.Array(Type.String())),
})

const scopeTypes = { all: 'All', part: 'Part', none: 'None' } as const

/** Members as the wire shows them; a `user_id` only to those that may see it. */
export async function showRoleMembers(reader: Reader, call: Call, types: IdTypes, members: readonly RoleMember[]) {
  const { user_id_type: userType = 'open_id', department_id_type: departmentType = 'open_department_id' } = types
  const people = members.map(({ person }) => person)
  const departments = [...new Set(members.flatMap((member) => member.departments))]
  const showPerson = await personWriter(reader, call, userType, people)
  const showDepartment = await departmentWriter(reader, call, departmentType, departments)
  const named = userType !== 'user_id' || maySee(userFields, 'user_id', call)
  return members.map((member) => ({
    ...(named && { user_id: showPerson(member.person) }),
    scope_type: scopeTypes[member.scope],
    ...(member.scope === 'part' && { department_ids: member.departments.map(showDepartment) }),
  }))
}
