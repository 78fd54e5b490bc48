import { Type } from 'typebox'
import { companyGroupNow } from '../../../../directory/company-groups/find-group.ts'
import { endpoint } from '../../declaration.ts'
import { FeishuError } from '../../feishu-error.ts'
import { idTypes } from '../../schemas.ts'
import { dynamicFields, isShowable, showDynamic } from './dynamic-rule.ts'
import { countedGroup, groupPath, groupReader, showGroup } from './group-fields.ts'

export const getGroup = endpoint({
  ...groupReader,
  name: 'group.get',
  area: 'group',
  summary: { en: 'One user group, of either type', zh: '查询指定用户组' },
  source: 'contact-v3, group/get',
  method: 'GET',
  route: '/open-apis/contact/v3/group/:group_id',
  path: groupPath,
  query: idTypes,
  output: Type.Object({ group: Type.Object({ ...countedGroup, ...dynamicFields }) }),
  errors: {
    40003: [500, 'internal error'],
    42002: [400, 'invalid group_id'],
    42029: [400, 'exist some field openapi not support, please  manage the group in admin platform'],
  },
  faults: [40003],
  chosen: {
    42009: { http: 403, msg: 'no user group authority error', reason: 'The page asks for a range with the group in it and names no code' },
  },
  async handle({ covering, session }, { path: { group_id: id } }) {
    const group = await session.read((reader) => companyGroupNow(reader, covering, id))
    if (isShowable(group)) return { group: { ...showGroup(group), ...showDynamic(group) } }
    throw new FeishuError(42029, {
      en: `The rule of the user group ${id} can't be told through this wire. See it in the administration.`,
      zh: `用户组 ${id} 的规则无法通过本接口返回，请在管理后台查看。`,
    })
  },
})
