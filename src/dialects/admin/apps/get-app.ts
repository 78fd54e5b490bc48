import { appNow } from '../../../directory/apps/find-app.ts'
import { adminOperation } from '../admin-operation.ts'
import { app, appParams, showApp } from './app-fields.ts'

export const getApp = adminOperation({
  name: 'GetApp',
  area: 'apps',
  summary: { en: 'Show one app, without its secrets', zh: '查询一个应用，不含密钥' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/companies/:company/apps/:app',
  params: appParams,
  output: app,
  status: 200,
  errors: ['app_not_found'],
  async handle({ session }, { params }) {
    const { company, app: id } = params
    return session.read(async (reader) => showApp(reader, company, await appNow(reader, company, id)))
  },
})
