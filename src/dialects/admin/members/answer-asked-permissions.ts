import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { answerAskedPermissions as answer } from '../../../directory/members/consent.ts'
import { adminOperation } from '../admin-operation.ts'
import { organizationId, uin } from '../fields.ts'
import { strictObject } from '../strict-object.ts'

export const answerAskedPermissions = adminOperation({
  name: 'AnswerAskedPermissions',
  area: 'members',
  summary: {
    en: 'Give the answer of an invited member to the financial permissions that were asked for, which no vendor action gives',
    zh: '代被邀请成员答复待确认的财务权限变更（云厂商无对应接口）',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/organizations/:organization/members/:uin/consent',
  params: { organization: organizationId, uin },
  body: strictObject({
    consents: Type.Boolean({
      description: 'True: what was asked for comes into force. False: all stays as it was. PermissionStatus is Confirmed then.',
    }),
  }),
  output: Type.Object({
    organization: organizationId,
    uin,
    permissions: Type.Array(Type.Integer(), { description: 'Ids of the financial permissions in force' }),
    payer: Type.Union([uin, Type.Null()], { description: 'Who pays for the member; null when it pays itself' }),
    mayQuit: Type.Enum(['allowed', 'denied'], { description: 'IsAllowQuit; denied while another account pays' }),
  }),
  status: 200,
  // A payer that leaves takes the question with it, so no answer meets one that is gone.
  errors: [
    'member_not_enterprise',
    'member_not_found',
    'member_not_verified',
    'money_of_distributor_client',
    'no_change_waits',
    'organization_not_found',
    'pay_on_behalf_unsettled',
    'payee_has_open_orders',
    'payee_in_arrears',
    'payer_in_arrears',
    'payer_not_eligible',
    'payer_of_another_company',
  ],
  async handle({ session }, { params: { organization, uin }, body }) {
    const member = await session.write(organizationStream(organization), (tx) => answer(tx, organization, uin, body.consents))
    const { permissions, payer, mayQuit } = member
    return { organization, uin, permissions: [...permissions], payer, mayQuit }
  },
})
