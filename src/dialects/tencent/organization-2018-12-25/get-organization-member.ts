import { Type } from 'typebox'
import { memberNow } from '../../../directory/members/find-member.ts'
import { nodeNow } from '../../../directory/nodes/find-node.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { memberUin } from '../departments-and-members/member-fields.ts'

export const getOrganizationMember = action({
  name: 'GetOrganizationMember',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Show one member with its department', zh: '获取企业组织成员' },
  source: 'organization 2018-12-25, GetOrganizationMember',
  kind: 'read',
  input: Type.Object({ MemberUin: memberUin }),
  output: Type.Object({
    Uin: Type.Integer(),
    Name: Type.String(),
    Remark: Type.String(),
    JoinTime: Type.String(),
    NodeId: Type.Integer(),
    NodeName: Type.String(),
    ParentNodeId: Type.Integer(),
  }),
  errors: ['ResourceNotFound.OrganizationNotExist'],
  unreachable: { 'ResourceNotFound.NodeNotExist': 'a member always lies in a department that exists' },
  chosen: {
    'ResourceNotFound.MemberNotExist': 'the list has no code for an unknown member; UpdateOrganizationMember of this version has this one',
  },
  async handle(call, { MemberUin }) {
    const { id } = managedOrganization(call)
    const { member, node } = await call.session.read(async (reader) => {
      const found = await memberNow(reader, id, MemberUin)
      return { member: found, node: await nodeNow(reader, id, found.node) }
    })
    return {
      Uin: member.uin,
      Name: member.name,
      Remark: member.remark,
      JoinTime: call.time(member.joinedAt),
      NodeId: node.id,
      NodeName: node.name,
      ParentNodeId: node.parent,
    }
  },
})
