import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { sendAgain } from '../../../directory/mail-bindings/send-again.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { bindId } from './mail-binding-fields.ts'
import { memberUin } from './member-fields.ts'

export const sendOrgMemberAccountBindEmail = action({
  name: 'SendOrgMemberAccountBindEmail',
  area: 'departments-and-members',
  summary: { en: 'Send the activation mail of an e-mail binding once more', zh: '重新发送成员绑定邮箱激活邮件' },
  source: 'organization 2021-03-31, SendOrgMemberAccountBindEmail',
  kind: 'write',
  input: Type.Object({ MemberUin: memberUin, BindId: bindId }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.EmailBindRecordInvalid',
    'InvalidParameter',
    'LimitExceeded.SendEmailLimit',
    'LimitExceeded.SendEmailWithinOneHourLimit',
    'ResourceNotFound.EmailBindRecordNotExist',
    'ResourceNotFound.OrganizationMemberNotExist',
    'ResourceNotFound.OrganizationNotExist',
  ],
  faults: ['InternalError'],
  async handle(call, { MemberUin, BindId }) {
    const organization = managedOrganization(call).id
    await call.session.write(organizationStream(organization), (tx) => sendAgain(tx, organization, MemberUin, BindId))
    return {}
  },
})
