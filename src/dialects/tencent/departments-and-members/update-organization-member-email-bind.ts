import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { changeBinding } from '../../../directory/mail-bindings/change-binding.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { bindId, contactInput } from './mail-binding-fields.ts'
import { memberUin } from './member-fields.ts'

export const updateOrganizationMemberEmailBind = action({
  name: 'UpdateOrganizationMemberEmailBind',
  area: 'departments-and-members',
  summary: { en: 'Replace e-mail and phone of a binding that is not yet activated', zh: '修改绑定成员邮箱' },
  source: 'organization 2021-03-31, UpdateOrganizationMemberEmailBind',
  kind: 'write',
  input: Type.Object({ MemberUin: memberUin, BindId: bindId, ...contactInput }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.EmailAlreadyUsed',
    'FailedOperation.EmailBindRecordInvalid',
    'InvalidParameter',
    'LimitExceeded.UpdateEmailBindOverLimit',
    'ResourceNotFound.EmailBindRecordNotExist',
    'ResourceNotFound.OrganizationMemberNotExist',
    'ResourceNotFound.OrganizationNotExist',
    'UnsupportedOperation',
  ],
  chosen: {
    'LimitExceeded.PhoneNumBound': 'No code for a phone that serves too many accounts is listed; AddOrganizationMemberEmail has this one.',
  },
  faults: ['FailedOperation.CheckMailAccount', 'InternalError'],
  async handle(call, input) {
    const organization = managedOrganization(call).id
    const { MemberUin: uin, BindId: id, Email: email, CountryCode: countryCode, Phone: phone } = input
    const asked = { uin, id, email, countryCode, phone }
    await call.session.write(organizationStream(organization), (tx) => changeBinding(tx, organization, asked))
    return {}
  },
})
