import { Type } from 'typebox'
import { setRoleScopes } from '../../../../directory/company-roles/set-scope.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes } from '../../schemas.ts'
import { askedDepartments, readPeople } from '../../translate-ids.ts'
import { roleApp, rolePath } from '../functional-role/role-fields.ts'
import { entryResults, namedMembers, showOutcomes } from './member-fields.ts'

export const setRoleMemberScopes = endpoint({
  ...roleApp,
  name: 'functional_role_member.scopes',
  area: 'functional-role-member',
  summary: { en: 'Set the departments for which people hold a functional role', zh: '批量设置角色成员的管理范围' },
  source: 'contact-v3, functional_role-member/scopes',
  kind: 'write',
  method: 'PATCH',
  route: '/open-apis/contact/v3/functional_roles/:role_id/members/scopes',
  scopes: ['contact:functional_role'],
  path: rolePath,
  query: idTypes,
  body: { members: namedMembers, departments: Type.Array(Type.String(), { minItems: 1, maxItems: 100 }) },
  output: Type.Object({ results: entryResults }),
  errors: {
    41202: [404, 'role id is not exist'],
    41210: [400, 'dept id is invalid'],
    41211: [400, 'dept id is not has perm'],
  },
  async handle(call, { path, query, body }) {
    const { user_id_type: userType = 'open_id', department_id_type: departmentType = 'open_department_id' } = query
    const outcomes = await call.session.write(companyStream(call.company.id), async (tx) => {
      const people = await readPeople(
        tx,
        call,
        body.members.map((id) => [id, userType]),
      )
      const departments = await askedDepartments(tx, call, body.departments, departmentType)
      return setRoleScopes(tx, { covering: call.covering, role: path.role_id, people, departments })
    })
    return { results: showOutcomes(body.members, outcomes) }
  },
})
