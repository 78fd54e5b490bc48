import { Type } from 'typebox'
import { removeAccessRule } from '../../../directory/access/change-access-rule.ts'
import { adminOperation } from '../admin-operation.ts'
import { ruleParams } from './access-rule-fields.ts'

export const deleteAccessRule = adminOperation({
  name: 'DeleteAccessRule',
  area: 'access-rules',
  summary: {
    en: 'Take away a note that a user or group has access to an account; one that is not there changes nothing',
    zh: '取消用户或用户组对某账号的访问记录，不存在时不产生变化',
  },
  kind: 'write',
  method: 'DELETE',
  path: '/admin/v1/zones/:zone/principals/:principal/access-rules/:kind/:uin',
  params: ruleParams,
  output: Type.Null(),
  status: 204,
  errors: ['principal_not_found', 'zone_not_found'],
  async handle({ session }, { params: { zone, principal, kind, uin } }) {
    await session.write(zone, (tx) => removeAccessRule(tx, zone, principal, { kind, targetUin: uin }))
    return null
  },
})
