import { Type } from 'typebox'
import { createApp as create } from '../../../directory/apps/create-app.ts'
import { companyStream } from '../../../directory/events.ts'
import { namedRange } from '../../../directory/ranges/named-range.ts'
import { adminOperation } from '../admin-operation.ts'
import { checkAddresses } from '../check-addresses.ts'
import { companyId } from '../companies/company-fields.ts'
import { strictObject } from '../strict-object.ts'
import { app, settable, showApp } from './app-fields.ts'
import { checkWebhook } from './check-webhook.ts'
import { checkWords } from './check-words.ts'
import { rangeRefusals, rangeTold } from './range-fields.ts'

const { name, range, ...others } = settable

const optional = Object.fromEntries(Object.entries(others).map(([member, field]) => [member, Type.Optional(field)])) as {
  [Name in keyof typeof others]: ReturnType<typeof Type.Optional<(typeof others)[Name]>>
}

export const createApp = adminOperation({
  name: 'CreateApp',
  area: 'apps',
  summary: {
    en: 'Make an app of a company and install it there; its secrets are shown this once',
    zh: '为企业创建应用并在其中安装，密钥仅在此返回一次',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/companies/:company/apps',
  params: { company: companyId },
  body: strictObject({
    name,
    id: Type.Optional(Type.String({ pattern: '^cli_[0-9a-z]{1,64}$', description: 'Of your own; made when absent' })),
    secret: Type.Optional(Type.String({ pattern: '^[\\x21-\\x7e]{16,128}$', description: 'Of your own; made when absent' })),
    kind: Type.Optional(Type.Enum(['custom', 'store'], { description: 'Default custom' })),
    developer: Type.Optional(
      Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$', description: 'Apps of one developer share union_ids; the company when absent' }),
    ),
    range: Type.Optional(range),
    ...optional,
  }),
  output: Type.Object({
    ...app.properties,
    secret: Type.String(),
    verificationToken: Type.String({ description: 'Stands in each event that is sent' }),
  }),
  status: 201,
  errors: ['company_not_found', 'app_exists', ...rangeRefusals, 'webhook_unverified'],
  async handle({ session, verifyWebhook, meant }, { params: { company }, body }) {
    checkAddresses(body)
    checkWords({ meant }, body)
    const told = rangeTold(body.range ?? { all: true })
    const { ports, vault } = session
    const id = body.id ?? `cli_${ports.ids.hex(16)}`
    const verificationToken = body.verificationToken ?? ports.ids.secret(32)
    await checkWebhook({ session, verifyWebhook }, body.webhookUrl, { verificationToken, encryptKey: body.encryptKey ?? undefined })
    return session.write(companyStream(company), async (tx) => {
      const seen = await namedRange(tx, company, told)
      const made = await create(tx, ports, vault, company, { ...body, id, verificationToken, range: seen })
      const { secret } = made.secrets
      return { ...(await showApp(tx, company, made.app)), secret, verificationToken }
    })
  },
})
