import { Type } from 'typebox'
import { mailBindingOf } from '../../../directory/mail-bindings/find-binding.ts'
import type { MailBinding } from '../../../directory/mail-bindings/mail-binding.ts'
import { memberNow } from '../../../directory/members/find-member.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import type { Call } from '../call.ts'
import { bindStatuses, maskedPhone } from './mail-binding-fields.ts'
import { memberUin } from './member-fields.ts'

const output = Type.Object({
  BindId: Type.Integer(),
  ApplyTime: Type.String(),
  Email: Type.String(),
  Phone: Type.String(),
  BindStatus: Type.String(),
  BindTime: Type.String(),
  Description: Type.String(),
  PhoneBind: Type.Integer(),
  CountryCode: Type.String(),
})

const unbound: Type.Static<typeof output> = {
  BindId: 0,
  ApplyTime: '',
  Email: '',
  Phone: '',
  BindStatus: bindStatuses.none,
  BindTime: '',
  Description: '',
  PhoneBind: 0,
  CountryCode: '',
}

function showBinding(binding: MailBinding, time: Call['time']): Type.Static<typeof output> {
  return {
    BindId: binding.id,
    ApplyTime: time(binding.createdAt),
    Email: binding.email,
    Phone: maskedPhone(binding.phone),
    BindStatus: bindStatuses[binding.status],
    BindTime: binding.boundAt === null ? '' : time(binding.boundAt),
    Description: binding.description,
    PhoneBind: binding.phoneBound ? 1 : 0,
    CountryCode: binding.countryCode,
  }
}

const page = 'belongs to the activation page of the mail, where the person finishes the binding; no request of this API goes there'

export const describeOrganizationMemberEmailBind = action({
  name: 'DescribeOrganizationMemberEmailBind',
  area: 'departments-and-members',
  summary: { en: 'Describe the e-mail binding of a member', zh: '查询成员邮箱绑定详细信息' },
  source: 'organization 2021-03-31, DescribeOrganizationMemberEmailBind',
  kind: 'read',
  input: Type.Object({ MemberUin: memberUin }),
  output,
  errors: ['InvalidParameter', 'ResourceNotFound.OrganizationMemberNotExist', 'ResourceNotFound.OrganizationNotExist'],
  unreachable: {
    'FailedOperation.AccountAlreadyRegister': `The address belongs to a registered account when the link is used: ${page}.`,
    'FailedOperation.BindEmailLinkExpired': `The link is past its validity: ${page}.`,
    'FailedOperation.BindEmailLinkInvalid': `The link matches no pending binding: ${page}.`,
    'FailedOperation.EmailAlreadyUsed': `The address was bound meanwhile: ${page}.`,
    'FailedOperation.EmailBindRecordInvalid': `The binding no longer waits: ${page}.`,
    'FailedOperation.MemberBindEmailError': `The account system failed to bind the address: ${page}.`,
    'FailedOperation.MemberBindPhoneError': `The account system failed to bind the phone: ${page}.`,
    'InvalidParameter.CodeError': `The code sent to the phone is wrong: ${page}.`,
    'InvalidParameter.CodeExpired': `The code sent to the phone is past its validity: ${page}.`,
    'InvalidParameter.InvalidEmail': `The address entered is malformed: ${page}.`,
    'InvalidParameter.PasswordIllegal': `The password entered breaks the rules: ${page}.`,
    'ResourceNotFound.UserNotExist': `The account is gone when the link is used: ${page}.`,
  },
  faults: ['InternalError'],
  async handle(call, { MemberUin }) {
    const organization = managedOrganization(call).id
    const binding = await call.session.read(async (reader) => {
      await memberNow(reader, organization, MemberUin)
      return mailBindingOf(reader, organization, MemberUin)
    })
    return binding ? showBinding(binding, call.time) : unbound
  },
})
