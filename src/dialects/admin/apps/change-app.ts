import { Type } from 'typebox'
import { changeApp as change } from '../../../directory/apps/change-app.ts'
import { ownAppSecrets } from '../../../directory/apps/find-app.ts'
import { companyStream } from '../../../directory/events.ts'
import { namedRange } from '../../../directory/ranges/named-range.ts'
import { adminOperation } from '../admin-operation.ts'
import { checkAddresses } from '../check-addresses.ts'
import { strictObject } from '../strict-object.ts'
import { app, appParams, settable, showApp } from './app-fields.ts'
import { checkWebhook } from './check-webhook.ts'
import { checkWords } from './check-words.ts'
import { rangeRefusals, rangeTold } from './range-fields.ts'

const changeable = { ...settable, status: Type.Enum(['enabled', 'disabled'], { description: 'Tokens of a disabled app: 99991662' }) }

const optional = Object.fromEntries(Object.entries(changeable).map(([member, field]) => [member, Type.Optional(field)])) as {
  [Name in keyof typeof changeable]: ReturnType<typeof Type.Optional<(typeof changeable)[Name]>>
}

export const changeApp = adminOperation({
  name: 'ChangeApp',
  area: 'apps',
  summary: {
    en: 'Change an app; what is left out stays as it is; in force when this is answered',
    zh: '修改应用，未给出的保持不变，返回时即已生效',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/companies/:company/apps/:app',
  params: appParams,
  body: strictObject(optional, { minProperties: 1 }),
  output: app,
  status: 200,
  errors: ['app_not_found', ...rangeRefusals, 'webhook_unverified'],
  async handle({ session, verifyWebhook, meant }, { params: { company, app: id }, body }) {
    checkAddresses(body)
    checkWords({ meant }, body)
    const { range, ...changes } = body
    const told = range && rangeTold(range)
    if (body.webhookUrl) {
      const kept = await session.read((reader) => ownAppSecrets(reader, session.vault, company, id))
      const encryptKey = body.encryptKey === undefined ? kept.encryptKey : (body.encryptKey ?? undefined)
      const { verificationToken = kept.verificationToken } = body
      await checkWebhook({ session, verifyWebhook }, body.webhookUrl, { verificationToken, encryptKey })
    }
    return session.write(companyStream(company), async (tx) => {
      const seen = told && { range: await namedRange(tx, company, told) }
      return showApp(tx, company, await change(tx, session.vault, company, id, { ...changes, ...seen }))
    })
  },
})
