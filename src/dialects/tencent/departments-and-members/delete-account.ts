import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { requestDeletion } from '../../../directory/leaving/request-deletion.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { memberUin } from './member-fields.ts'

const checked = 'CheckAccountDelete shows it as a reason, and no code for it is listed; DeleteOrganizationMembers has this one.'

export const deleteAccount = action({
  name: 'DeleteAccount',
  area: 'departments-and-members',
  summary: {
    en: 'Ask for an account that the organization created to be deleted for good; that is done behind the call',
    zh: '申请删除组织创建的成员账号，删除在后台完成且不可恢复',
  },
  source: 'organization 2021-03-31, DeleteAccount',
  kind: 'write',
  input: Type.Object({ MemberUin: memberUin }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.MemberAccountDeregisterPending',
    'FailedOperation.MemberShareResource',
    'FailedOperation.OrganizationAuthManageNotAllowDelete',
    'InvalidParameter',
    'ResourceNotFound.MemberNotExist',
    'ResourceNotFound.OrganizationNotExist',
    'UnsupportedOperation.DeleteAccountDisabled',
    'UnsupportedOperation.InviteAccountNotAllowDelete',
    'UnsupportedOperation.MemberAccountExistCICRoleConfig',
    'UnsupportedOperation.MemberAccountExistCICUserConfig',
    'UnsupportedOperation.MemberAccountExistResource',
    'UnsupportedOperation.MemberExistServiceNotAllowDelete',
  ],
  chosen: {
    'FailedOperation.MemberExistDelegatePayerNotAllowDelete': checked,
    'FailedOperation.MemberIsDelegatePayerNotAllowDelete': checked,
    'UnsupportedOperation.MemberExistOperateProcessNotAllowDelete': checked,
    'UnsupportedOperation.MemberNoPayment': checked,
  },
  faults: ['InternalError'],
  async handle(call, { MemberUin }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => requestDeletion(tx, id, MemberUin))
    return {}
  },
})
