import { Type } from 'typebox'
import { accountNow } from '../../../directory/accounts/find-account.ts'
import { organizationStream } from '../../../directory/events.ts'
import { finishBinding } from '../../../directory/mail-bindings/finish-binding.ts'
import { Refused } from '../../../directory/refusals.ts'
import { adminOperation } from '../admin-operation.ts'
import { organizationId, time, timeOf, uin } from '../fields.ts'
import { strictObject } from '../strict-object.ts'

const outcome = Type.Enum(['success', 'failed'], {
  description:
    'What came of the activation mail. `success`: BindStatus is Success and the fact securityMail of the account is true. `failed`: ' +
    'BindStatus is Failed, address and phone are free again, and AddOrganizationMemberEmail may begin another binding.',
})

const phone = Type.Boolean({ description: 'Whether the phone was proven too: PhoneBind of DescribeOrganizationMemberEmailBind' })

const description = Type.String({
  maxLength: 200,
  description: 'Description of DescribeOrganizationMemberEmailBind; the outcome when left out',
})

export const finishMailBinding = adminOperation({
  name: 'FinishMailBinding',
  area: 'mail-bindings',
  summary: {
    en: 'Say what came of the activation mail of an account that waits for it: stands for the page that the mail leads to',
    zh: '设置待激活账号的邮箱激活结果，相当于激活邮件所指向的页面',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/accounts/:uin/mail-binding',
  params: { uin },
  body: strictObject({ outcome, phone, description: Type.Optional(description) }),
  output: Type.Object({
    organization: organizationId,
    uin,
    id: Type.Integer({ description: 'BindId' }),
    email: Type.String(),
    status: outcome,
    phone,
    description: Type.String(),
    requestedAt: time,
    boundAt: Type.Union([time, Type.Null()], { description: 'Null when it failed' }),
  }),
  status: 200,
  errors: ['account_not_found', 'mail_binding_finished', 'mail_binding_not_found'],
  async handle({ session }, { params: { uin }, body }) {
    const { organization } = await session.read((reader) => accountNow(reader, uin))
    if (organization === null) throw new Refused({ fact: 'mail_binding_not_found', uin })
    const bound = await session.write(organizationStream(organization), (tx) => finishBinding(tx, organization, uin, body))
    return {
      organization,
      uin,
      id: bound.id,
      email: bound.email,
      status: body.outcome,
      phone: bound.phoneBound,
      description: bound.description,
      requestedAt: timeOf(bound.createdAt),
      boundAt: bound.boundAt === null ? null : timeOf(bound.boundAt),
    }
  },
})
