import { Type } from 'typebox'
import { installApp as install } from '../../../directory/apps/install-app.ts'
import { companyStream } from '../../../directory/events.ts'
import { namedRange } from '../../../directory/ranges/named-range.ts'
import { adminOperation } from '../admin-operation.ts'
import { companyId } from '../companies/company-fields.ts'
import { strictObject } from '../strict-object.ts'
import { appId, appParams } from './app-fields.ts'
import { range, rangeRefusals, rangeTold, shownRange, showRange } from './range-fields.ts'

export const installApp = adminOperation({
  name: 'InstallApp',
  area: 'apps',
  summary: {
    en: 'Install a store app in a company, or change what it may see there',
    zh: '在企业中安装商店应用，或修改其在该企业的权限范围',
  },
  kind: 'write',
  method: 'PUT',
  path: '/admin/v1/companies/:company/installations/:app',
  params: appParams,
  body: Type.Optional(strictObject({ range: Type.Optional(range) })),
  output: Type.Object({ company: companyId, app: appId, range: shownRange }),
  status: 200,
  errors: ['company_not_found', 'app_not_found', 'app_not_store', ...rangeRefusals],
  async handle({ session }, { params: { company, app }, body }) {
    const told = rangeTold(body?.range ?? { all: true })
    return session.write(companyStream(company), async (tx) => {
      const seen = await install(tx, company, app, await namedRange(tx, company, told))
      return { company, app, range: await showRange(tx, company, seen) }
    })
  },
})
