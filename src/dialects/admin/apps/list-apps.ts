import { Type } from 'typebox'
import { listInstalledApps as list } from '../../../directory/apps/find-app.ts'
import { adminOperation } from '../admin-operation.ts'
import { companyId } from '../companies/company-fields.ts'
import { cursor, cut, defaultLimit, isIdText, pageQuery, placeIn } from '../paging.ts'
import { app, showApp } from './app-fields.ts'

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
  async handle({ session }, { params, query }) {
    const limit = query.limit ?? defaultLimit
    const after = query.after === undefined ? '' : placeIn(query.after, isIdText)
    const found = await session.read((reader) => list(reader, params.company, after, limit + 1))
    const page = cut(found, limit, ({ id }) => id)
    return { items: page.rows.map(showApp), cursor: page.cursor }
  },
})
