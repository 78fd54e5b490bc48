import { Type } from 'typebox'
import { uninstallApp as uninstall } from '../../../directory/apps/install-app.ts'
import { companyStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { appParams } from './app-fields.ts'

export const uninstallApp = adminOperation({
  name: 'UninstallApp',
  area: 'apps',
  summary: {
    en: 'Take a store app out of a company; its tokens there are refused with 99991673 from now on',
    zh: '从企业中卸载商店应用，此后其在该企业的凭证以 99991673 被拒绝',
  },
  kind: 'write',
  method: 'DELETE',
  path: '/admin/v1/companies/:company/installations/:app',
  params: appParams,
  output: Type.Null(),
  status: 204,
  errors: ['app_not_found', 'app_not_store', 'app_not_installed'],
  async handle({ session }, { params: { company, app } }) {
    await session.write(companyStream(company), (tx) => uninstall(tx, company, app))
    return null
  },
})
