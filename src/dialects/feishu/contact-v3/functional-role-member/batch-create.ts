import { Type } from 'typebox'
import { addRoleMembers } from '../../../../directory/company-roles/add-members.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { userIdType } from '../../schemas.ts'
import { readPeople } from '../../translate-ids.ts'
import { roleApp, rolePath } from '../functional-role/role-fields.ts'
import { entryResults, namedMembers, showOutcomes } from './member-fields.ts'

export const batchCreateRoleMembers = endpoint({
  ...roleApp,
  name: 'functional_role_member.batch_create',
  area: 'functional-role-member',
  summary: { en: 'Give people a functional role; each entry tells what became of it', zh: '批量添加角色成员，逐个返回结果' },
  source: 'contact-v3, functional_role-member/batch_create',
  kind: 'write',
  method: 'POST',
  route: '/open-apis/contact/v3/functional_roles/:role_id/members/batch_create',
  scopes: ['contact:functional_role'],
  path: rolePath,
  query: { user_id_type: userIdType },
  body: { members: namedMembers },
  output: Type.Object({ results: entryResults }),
  errors: { 41202: [404, 'role id is not exist'], 41209: [400, 'tenant role is not more 1000'] },
  async handle(call, { path, query: { user_id_type: type = 'open_id' }, body: { members } }) {
    const outcomes = await call.session.write(companyStream(call.company.id), async (tx) => {
      const people = await readPeople(
        tx,
        call,
        members.map((id) => [id, type]),
      )
      return addRoleMembers(tx, { covering: call.covering, role: path.role_id, people })
    })
    return { results: showOutcomes(members, outcomes) }
  },
})
