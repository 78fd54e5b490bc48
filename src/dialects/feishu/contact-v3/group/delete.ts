import { Type } from 'typebox'
import { deleteCompanyGroup } from '../../../../directory/company-groups/delete-group.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { groupPath, groupWriter } from './group-fields.ts'

export const deleteGroup = endpoint({
  ...groupWriter,
  name: 'group.delete',
  area: 'group',
  summary: { en: 'Delete a normal user group that has no members', zh: '删除用户组' },
  source: 'contact-v3, group/delete',
  method: 'DELETE',
  route: '/open-apis/contact/v3/group/:group_id',
  path: groupPath,
  output: Type.Object({}),
  errors: {
    40003: [500, 'internal error'],
    42002: [400, 'invalid group_id'],
    42009: [403, 'no user group authority error'],
    42017: [400, 'group has member not allow delete'],
    42015: [400, 'user group disable'],
  },
  faults: [40003],
  chosen: {
    42003: {
      http: 400,
      msg: 'group type invalid',
      reason: 'Dynamic groups are not deleted through this wire, for which the page names no code',
    },
  },
  async handle({ company, covering, session }, { path }) {
    await session.write(companyStream(company.id), (tx) => deleteCompanyGroup(tx, covering, path.group_id))
    return {}
  },
})
