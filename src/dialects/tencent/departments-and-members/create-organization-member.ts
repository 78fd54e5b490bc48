import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { createMember } from '../../../directory/members/create-member.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { tagsFrom, tagsInput } from '../tags.ts'
import { memberName, memberRemark, payerOf, payUin, permissionIds, policyType } from './member-fields.ts'
import { creationFaults } from './money-faults.ts'

const refusal = 'InvalidParameter'
const recordNumber = Type.Optional(Type.Integer({ minimum: 0, refusal }))

export const createOrganizationMember = action({
  name: 'CreateOrganizationMember',
  area: 'departments-and-members',
  summary: { en: 'Create an account that belongs to the organization', zh: '创建组织成员' },
  source: 'organization 2021-03-31, CreateOrganizationMember; 1031/58106 for what comes with the manager; 1031/52485 for payers',
  kind: 'write',
  input: Type.Object({
    Name: memberName,
    PolicyType: policyType,
    PermissionIds: permissionIds,
    NodeId: Type.Integer({ minimum: 1, refusal }),
    AccountName: memberName,
    Remark: Type.Optional(memberRemark),
    RecordId: recordNumber,
    PayUin: Type.Optional(payUin),
    IdentityRoleID: Type.Optional(Type.Array(Type.Integer({ minimum: 1, refusal }), { maxItems: 100, refusal })),
    AuthRelationId: recordNumber,
    Tags: tagsInput,
  }),
  output: Type.Object({ Uin: Type.Integer() }),
  errors: [
    'FailedOperation.AuthInfoEmpty',
    'FailedOperation.AuthNotEnterprise',
    'FailedOperation.CreateMemberAuthOverLimit',
    'FailedOperation.CreateRecordAlreadySuccess',
    'FailedOperation.CreateRecordNotExist',
    'FailedOperation.MemberNameUsed',
    'FailedOperation.OrganizationMemberNameUsed',
    'FailedOperation.OrganizationNodeNotExist',
    'FailedOperation.OrganizationPermissionIllegal',
    'FailedOperation.OrganizationPolicyIllegal',
    'FailedOperation.PayUinIllegal',
    'InvalidParameter',
    'InvalidParameter.OrganizationMemberNotExist',
    'InvalidParameter.TagError',
    'LimitExceeded.CreateMemberOverLimit',
    'LimitExceeded.OrganizationMemberOverLimit',
    'ResourceNotFound.OrganizationAuthRelationNotExist',
    'ResourceNotFound.OrganizationMemberNotExist',
    'ResourceNotFound.OrganizationNodeNotExist',
    'ResourceNotFound.OrganizationNotExist',
    'UnsupportedOperation.ExistedAgent',
    'UnsupportedOperation.PayerArrearsAndNoCreditAccount',
  ],
  faults: creationFaults,
  async handle(call, input) {
    const { id } = managedOrganization(call)
    const wanted = {
      name: input.Name,
      accountName: input.AccountName,
      node: input.NodeId,
      remark: input.Remark ?? '',
      permissions: input.PermissionIds,
      payer: payerOf(input.PayUin) ?? null,
      identities: input.IdentityRoleID ?? [],
      tags: tagsFrom(input.Tags),
      creation: input.RecordId ?? 0,
      relation: input.AuthRelationId ?? 0,
    }
    const member = await call.session.write(organizationStream(id), (tx) => createMember(tx, call.session.ports, id, wanted))
    return { Uin: member.uin }
  },
})
