import { Type } from 'typebox'
import { removeRoleMembers } from '../../../../directory/company-roles/remove-members.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { userIdType } from '../../schemas.ts'
import { readPeople } from '../../translate-ids.ts'
import { roleApp, rolePath } from '../functional-role/role-fields.ts'
import { entryResults, namedMembers, showOutcomes } from './member-fields.ts'

export const batchDeleteRoleMembers = endpoint({
  ...roleApp,
  name: 'functional_role_member.batch_delete',
  area: 'functional-role-member',
  summary: { en: 'Take a functional role from people; each entry tells what became of it', zh: '批量删除角色成员，逐个返回结果' },
  source: 'contact-v3, functional_role-member/batch_delete',
  kind: 'write',
  method: 'PATCH',
  route: '/open-apis/contact/v3/functional_roles/:role_id/members/batch_delete',
  scopes: ['contact:functional_role'],
  path: rolePath,
  query: { user_id_type: userIdType },
  // Without a list nobody is meant, and nothing happens.
  body: { members: Type.Optional(namedMembers) },
  output: Type.Object({ result: entryResults }),
  errors: { 41202: [404, 'role id is not exist'] },
  async handle(call, { path, query: { user_id_type: type = 'open_id' }, body: { members = [] } }) {
    const outcomes = await call.session.write(companyStream(call.company.id), async (tx) => {
      const people = await readPeople(
        tx,
        call,
        members.map((id) => [id, type]),
      )
      return removeRoleMembers(tx, { covering: call.covering, role: path.role_id, people })
    })
    return { result: showOutcomes(members, outcomes) }
  },
})
