import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { changeMember } from '../../../directory/members/change-member.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { memberName, memberRemark, memberUin } from '../departments-and-members/member-fields.ts'

export const updateOrganizationMember2018 = action({
  name: 'UpdateOrganizationMember',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Change the name and remark of a member', zh: '更新企业成员信息' },
  source: 'organization 2018-12-25, UpdateOrganizationMember',
  kind: 'write',
  input: Type.Object({ MemberUin: memberUin, Name: Type.Optional(memberName), Remark: Type.Optional(memberRemark) }),
  output: Type.Object({}),
  errors: ['FailedOperation.MemberNameUsed', 'ResourceNotFound.MemberNotExist', 'ResourceNotFound.OrganizationNotExist'],
  async handle(call, { MemberUin, Name, Remark }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => changeMember(tx, id, MemberUin, { name: Name, remark: Remark }))
    return {}
  },
})
