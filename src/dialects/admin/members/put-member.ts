import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { joinOrganization } from '../../../directory/organizations/join-organization.ts'
import { adminOperation } from '../admin-operation.ts'
import { organizationId, time, timeOf, uin } from '../fields.ts'

export const putMember = adminOperation({
  name: 'PutMember',
  area: 'members',
  summary: {
    en: "Place an account that has no organization in an organization's root node; repeating it changes nothing",
    zh: '将不属于任何组织的账号放入集团组织的根节点，重复调用不产生变化',
  },
  kind: 'write',
  method: 'PUT',
  path: '/admin/v1/organizations/:organization/members/:uin',
  params: { organization: organizationId, uin },
  output: Type.Object({
    organization: organizationId,
    uin,
    node: Type.Integer({ description: 'Id of the node that the account is in' }),
    name: Type.String({ description: "Its name as a member, which no other member of the organization has; the account's name at first" }),
    kind: Type.Enum(['invited', 'created'], { description: '`created` when the account has this organization as its createdIn' }),
    mayQuit: Type.Enum(['allowed', 'denied'], { description: 'IsAllowQuit of DescribeOrganization; an account created here may not quit' }),
    joinedAt: time,
  }),
  status: 200,
  errors: ['account_not_found', 'already_in_organization', 'member_name_taken', 'organization_not_found'],
  async handle({ session }, { params: { organization, uin } }) {
    const member = await session.write(organizationStream(organization), (tx) => joinOrganization(tx, organization, uin))
    const { node, name, kind, mayQuit, joinedAt } = member
    return { organization, uin, node, name, kind, mayQuit, joinedAt: timeOf(joinedAt) }
  },
})
