import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { requestBinding } from '../../../directory/mail-bindings/request-binding.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { contactInput } from './mail-binding-fields.ts'
import { memberUin } from './member-fields.ts'

export const addOrganizationMemberEmail = action({
  name: 'AddOrganizationMemberEmail',
  area: 'departments-and-members',
  summary: { en: 'Begin to bind a security e-mail and phone to a created member', zh: '添加组织成员邮箱' },
  source: 'organization 2021-03-31, AddOrganizationMemberEmail',
  kind: 'write',
  input: Type.Object({ MemberUin: memberUin, ...contactInput }),
  output: Type.Object({ BindId: Type.Integer() }),
  errors: [
    'FailedOperation.EmailAlreadyUsed',
    'FailedOperation.MemberEmailExist',
    'InvalidParameter',
    'LimitExceeded.EmailBindOverLimit',
    'LimitExceeded.PhoneNumBound',
    'ResourceNotFound.OrganizationMemberNotExist',
    'ResourceNotFound.OrganizationNotExist',
    'UnsupportedOperation',
  ],
  faults: ['FailedOperation.CheckAccountPhoneBindLimit', 'FailedOperation.CheckMailAccount', 'InternalError'],
  async handle(call, input) {
    const organization = managedOrganization(call).id
    const asked = {
      uin: input.MemberUin,
      email: input.Email,
      countryCode: input.CountryCode,
      phone: input.Phone,
      // A day begins at midnight of the zone in which this wire writes times.
      day: call.time(call.session.origin.at).slice(0, 'YYYY-MM-DD'.length),
    }
    const { id } = await call.session.write(organizationStream(organization), (tx) => requestBinding(tx, organization, asked))
    return { BindId: id }
  },
})
