import { Type } from 'typebox'
import { listCompanies as list } from '../../../directory/companies/find-company.ts'
import { adminOperation } from '../admin-operation.ts'
import { cursor, cut, defaultLimit, isIdText, pageQuery, placeIn } from '../paging.ts'
import { company, showCompany } from './company-fields.ts'

export const listCompanies = adminOperation({
  name: 'ListCompanies',
  area: 'companies',
  summary: { en: 'List all companies in the order of their ids', zh: '按 ID 顺序查询所有企业' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/companies',
  query: pageQuery,
  output: Type.Object({ items: Type.Array(company), cursor }),
  status: 200,
  errors: ['cursor_invalid'],
  async handle({ session }, { query }) {
    const limit = query.limit ?? defaultLimit
    const after = query.after === undefined ? '' : placeIn(query.after, isIdText)
    const found = await session.read((reader) => list(reader, after, limit + 1))
    const page = cut(found, limit, ({ id }) => id)
    return { items: page.rows.map(showCompany), cursor: page.cursor }
  },
})
