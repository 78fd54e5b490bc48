import { Type } from 'typebox'
import { listInstalledApps as list } from '../../../directory/apps/find-app.ts'
import { adminOperation } from '../admin-operation.ts'
import { companyId } from '../companies/company-fields.ts'
import { cursor, cut, defaultLimit, isIdText, pageQuery, placeIn } from '../paging.ts'
import { app, showApps } from './app-fields.ts'

export const listApps = adminOperation({
  name: 'ListApps',
  area: 'apps',
  summary: { en: 'List the apps that a company made, without their secrets', zh: '查询企业创建的应用，不含密钥' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/companies/:company/apps',
  params: { company: companyId },
  query: pageQuery,
  output: Type.Object({ items: Type.Array(app), cursor }),
  status: 200,
  errors: ['company_not_found', 'cursor_invalid'],
  async handle({ session }, { params: { company }, query }) {
    const limit = query.limit ?? defaultLimit
    const after = query.after === undefined ? '' : placeIn(query.after, isIdText)
    return session.read(async (reader) => {
      const page = cut(await list(reader, company, after, limit + 1), limit, ({ id }) => id)
      return { items: await showApps(reader, company, page.rows), cursor: page.cursor }
    })
  },
})
