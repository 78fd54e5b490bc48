import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { removeMembers } from '../../../directory/leaving/remove-members.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { memberUins } from './node-fields.ts'

export const deleteOrganizationMembers = action({
  name: 'DeleteOrganizationMembers',
  area: 'departments-and-members',
  summary: { en: 'Remove members from the organization, all or none; the accounts live on', zh: '从组织中批量移除成员账号，账号本身保留' },
  source: 'organization 2021-03-31, DeleteOrganizationMembers',
  kind: 'write',
  input: Type.Object({ MemberUin: memberUins('InvalidParameter') }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.DisableQuitSelfCreatedOrganization',
    'FailedOperation.MemberExistDelegatePayerNotAllowDelete',
    'FailedOperation.MemberIsDelegatePayerNotAllowDelete',
    'FailedOperation.MemberShareResource',
    'FailedOperation.OrganizationAuthManageNotAllowDelete',
    'FailedOperation.ShareResourceMemberInUse',
    'InvalidParameter',
    'ResourceNotFound.OrganizationNotExist',
    'UnsupportedOperation.CreateMemberNotAllowDelete',
    'UnsupportedOperation.MemberAccountExistCICRoleConfig',
    'UnsupportedOperation.MemberAccountExistCICUserConfig',
    'UnsupportedOperation.MemberExistOperateProcessNotAllowDelete',
    'UnsupportedOperation.MemberExistServiceNotAllowDelete',
    'UnsupportedOperation.MemberNoPayment',
  ],
  faults: ['FailedOperation.OperateBillingPermissionErr', 'FailedOperation.QuitShareUintError', 'InternalError'],
  async handle(call, { MemberUin }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => removeMembers(tx, id, MemberUin))
    return {}
  },
})
