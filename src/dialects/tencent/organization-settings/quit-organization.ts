import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { quitOrganization as quit } from '../../../directory/leaving/quit-organization.ts'
import { Refused } from '../../../directory/refusals.ts'
import { action } from '../action.ts'
import type { Call } from '../call.ts'

/** The caller leaves its organization, which it names; the same in both versions. */
export async function quitOwnOrganization({ caller, session }: Call, named: number): Promise<Record<never, never>> {
  const { organization, account } = caller
  if (!organization) throw new Refused({ fact: 'no_organization' })
  await session.write(organizationStream(organization.id), (tx) => quit(tx, organization.id, account.uin, named))
  return {}
}

export const quitOrganization = action({
  name: 'QuitOrganization',
  area: 'organization-settings',
  summary: { en: 'Leave the organization; the caller is a member of it', zh: '退出企业组织' },
  source: 'organization 2021-03-31, QuitOrganization',
  kind: 'write',
  input: Type.Object({ OrgId: Type.Integer({ minimum: 1, refusal: 'InvalidParameter' }) }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.DisableQuitSelfCreatedOrganization',
    'FailedOperation.MemberExistDelegatePayerNotAllowDelete',
    'FailedOperation.MemberIsDelegatePayerNotAllowDelete',
    'FailedOperation.MemberShareResource',
    'FailedOperation.OrganizationAuthManageNotAllowDelete',
    'FailedOperation.ShareResourceMemberInUse',
    'InvalidParameter',
    'ResourceNotFound.OrganizationMemberNotExist',
    'ResourceNotFound.OrganizationNotExist',
    'UnsupportedOperation.CreateMemberNotAllowQuit',
    'UnsupportedOperation.MemberAccountExistCICRoleConfig',
    'UnsupportedOperation.MemberAccountExistCICUserConfig',
    'UnsupportedOperation.MemberExistOperateProcessNotAllowDelete',
    'UnsupportedOperation.MemberExistServiceNotAllowDelete',
    'UnsupportedOperation.MemberNoPayment',
    'UnsupportedOperation.MemberNotAllowQuit',
  ],
  faults: ['FailedOperation.OperateBillingPermissionErr', 'FailedOperation.QuiteShareUnit', 'InternalError'],
  handle: (call, { OrgId }) => quitOwnOrganization(call, OrgId),
})
