import { type Static, Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { changeMember, type MemberChange } from '../../../directory/members/change-member.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { TencentError } from '../tencent-error.ts'
import { memberName, memberRemark, memberUin, payerOf, payUin, permissionIds, policyType, quitWords } from './member-fields.ts'
import { moneyFaults } from './money-faults.ts'

const input = Type.Object({
  MemberUin: memberUin,
  Name: Type.Optional(memberName),
  Remark: Type.Optional(memberRemark),
  PolicyType: Type.Optional(policyType),
  PermissionIds: Type.Optional(permissionIds),
  IsAllowQuit: Type.Optional(Type.String({ enum: Object.keys(quitWords) })),
  PayUin: Type.Optional(payUin),
  IsModifyNickName: Type.Optional(Type.Integer({ minimum: 0, maximum: 1 })),
})

/** PolicyType and PermissionIds come together or not at all. */
function requireBoth({ PolicyType, PermissionIds }: Static<typeof input>): void {
  if (PolicyType !== undefined && PermissionIds === undefined) {
    throw new TencentError('FailedOperation.OrganizationPermissionIllegal', {
      en: '`PolicyType` is given without `PermissionIds`. Give both or none.',
      zh: '传入了 `PolicyType` 但没有 `PermissionIds`，两者须同时传入或都不传。',
    })
  }
  if (PolicyType === undefined && PermissionIds !== undefined) {
    throw new TencentError('FailedOperation.OrganizationPolicyIllegal', {
      en: '`PermissionIds` is given without `PolicyType`, which must be Financial. Give both or none.',
      zh: '传入了 `PermissionIds` 但没有 `PolicyType`（取值 Financial），两者须同时传入或都不传。',
    })
  }
}

function changeOf(given: Static<typeof input>): MemberChange {
  return {
    name: given.Name,
    remark: given.Remark,
    permissions: given.PermissionIds,
    payer: payerOf(given.PayUin),
    mayQuit: given.IsAllowQuit === undefined ? undefined : quitWords[given.IsAllowQuit as keyof typeof quitWords],
    renameAccount: given.IsModifyNickName === 1,
  }
}

export const updateOrganizationMember = action({
  name: 'UpdateOrganizationMember',
  area: 'departments-and-members',
  summary: { en: 'Change what the organization says of a member, and what it may do with its money', zh: '更新组织成员信息' },
  source: 'organization 2021-03-31, UpdateOrganizationMember; 1031/52485 for payers',
  kind: 'write',
  input,
  output: Type.Object({}),
  errors: [
    'FailedOperation.AuthInfoEmpty',
    'FailedOperation.AuthInfoNotSame',
    'FailedOperation.AuthNotEnterprise',
    'FailedOperation.ChangePermissionRecordExist',
    'FailedOperation.MemberNameUsed',
    'FailedOperation.OrganizationMemberNameUsed',
    'FailedOperation.OrganizationPermissionIllegal',
    'FailedOperation.OrganizationPolicyIllegal',
    'FailedOperation.PayUinIllegal',
    'InvalidParameter.AllowQuitIllegal',
    'ResourceNotFound.MemberNotExist',
    'ResourceNotFound.OrganizationNotExist',
    'UnsupportedOperation',
    'UnsupportedOperation.DeleteDelegatePayerNotAllow',
    'UnsupportedOperation.ExistedAgent',
    'UnsupportedOperation.MemberAccountArrears',
    'UnsupportedOperation.MemberNotAllowQuit',
    'UnsupportedOperation.OrderInProgressExisted',
    'UnsupportedOperation.PayerArrearsAndNoCreditAccount',
  ],
  faults: moneyFaults,
  async handle(call, given) {
    const { id } = managedOrganization(call)
    requireBoth(given)
    await call.session.write(organizationStream(id), (tx) => changeMember(tx, id, given.MemberUin, changeOf(given)))
    return {}
  },
})
