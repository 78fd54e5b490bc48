import { addAccessRule } from '../../../directory/access/change-access-rule.ts'
import { adminOperation } from '../admin-operation.ts'
import { rule, ruleParams } from './access-rule-fields.ts'

export const putAccessRule = adminOperation({
  name: 'PutAccessRule',
  area: 'access-rules',
  summary: {
    en: 'Note that a user or group has access to an account, until role assignments and provisioning have operations of their own',
    zh: '记录用户或用户组拥有某账号的访问，直至授权和用户同步有各自的接口',
  },
  kind: 'write',
  method: 'PUT',
  path: '/admin/v1/zones/:zone/principals/:principal/access-rules/:kind/:uin',
  params: ruleParams,
  output: rule,
  status: 200,
  errors: ['principal_not_found', 'zone_not_found'],
  async handle({ session }, { params: { zone, principal, kind, uin } }) {
    await session.write(zone, (tx) => addAccessRule(tx, zone, principal, { kind, targetUin: uin }))
    return { kind, uin }
  },
})
