import { type Static, Type } from 'typebox'
import { identitiesOf } from '../../../directory/members/identities.ts'
import type { ListedMember } from '../../../directory/members/list-members.ts'
import type { Call } from '../call.ts'
import { financialManagement, type namesIn, showPermissions } from '../organization-settings/financial-permissions.ts'
import { showTags, tagOutput } from '../tags.ts'
import { bindStatuses } from './mail-binding-fields.ts'
import { payerWord, quitWord } from './member-fields.ts'

/** A member as DescribeOrganizationMembers shows it. */
export const listedMember = Type.Object({
  MemberUin: Type.Integer(),
  Name: Type.String(),
  MemberType: Type.String(),
  OrgPolicyType: Type.String(),
  OrgPolicyName: Type.String(),
  OrgPermission: Type.Array(Type.Object({ Id: Type.Integer(), Name: Type.String() })),
  NodeId: Type.Integer(),
  NodeName: Type.String(),
  Remark: Type.String(),
  CreateTime: Type.String(),
  UpdateTime: Type.String(),
  IsAllowQuit: Type.String(),
  PayUin: Type.String(),
  PayName: Type.String(),
  OrgIdentity: Type.Array(Type.Object({ IdentityId: Type.Integer(), IdentityAliasName: Type.String() })),
  BindStatus: Type.String(),
  PermissionStatus: Type.String(),
  Tags: Type.Array(tagOutput),
  NickName: Type.String(),
})

export function showMember(member: ListedMember, time: Call['time'], names: ReturnType<typeof namesIn>): Static<typeof listedMember> {
  return {
    MemberUin: member.uin,
    Name: member.name,
    MemberType: member.kind === 'created' ? 'Create' : 'Invite',
    OrgPolicyType: 'Financial',
    OrgPolicyName: financialManagement[names],
    OrgPermission: showPermissions(member.permissions, names),
    NodeId: member.node,
    NodeName: member.nodeName,
    Remark: member.remark,
    CreateTime: time(member.joinedAt),
    UpdateTime: time(member.updatedAt),
    IsAllowQuit: quitWord(member.mayQuit),
    PayUin: payerWord(member.payer),
    PayName: member.payerName,
    OrgIdentity: identitiesOf(member).map(({ id, name }) => ({ IdentityId: id, IdentityAliasName: name })),
    BindStatus: bindStatuses[member.binding],
    PermissionStatus: member.askedPermissions ? 'UnConfirmed' : 'Confirmed',
    Tags: showTags(member.tags),
    NickName: member.accountName,
  }
}
