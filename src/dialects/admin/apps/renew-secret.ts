import { Type } from 'typebox'
import { renewSecret as renew } from '../../../directory/apps/change-app.ts'
import { companyStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { appId, appParams } from './app-fields.ts'

export const renewAppSecret = adminOperation({
  name: 'RenewAppSecret',
  area: 'apps',
  summary: {
    en: 'Give an app a new secret, shown this once; the old one is worth nothing from now on, tokens stay',
    zh: '为应用生成新密钥，仅在此返回一次；旧密钥立即失效，已获取的凭证不受影响',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/companies/:company/apps/:app/secret',
  params: appParams,
  output: Type.Object({ id: appId, secret: Type.String() }),
  status: 201,
  errors: ['app_not_found'],
  async handle({ session }, { params: { company, app } }) {
    const { ports, vault } = session
    const secret = await session.write(companyStream(company), (tx) => renew(tx, ports, vault, company, app))
    return { id: app, secret }
  },
})
