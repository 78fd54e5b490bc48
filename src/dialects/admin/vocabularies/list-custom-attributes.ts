import { Type } from 'typebox'
import { companyNow } from '../../../directory/companies/find-company.ts'
import type { Position } from '../../../directory/paging.ts'
import { listAttributes } from '../../../directory/vocabularies/custom-attributes/find-custom-attributes.ts'
import { adminOperation } from '../admin-operation.ts'
import { cursor, cut, defaultLimit, pageQuery, placeIn } from '../paging.ts'
import { companyId, showAttribute, shownAttribute } from './vocabulary-fields.ts'

function isPosition(value: unknown): value is Position {
  const { at, id } = (value ?? {}) as Partial<Record<string, unknown>>
  return Number.isSafeInteger(at) && typeof id === 'string' && /^C-\d{1,60}$/.test(id)
}

export const listCustomAttributes = adminOperation({
  name: 'ListCustomAttributes',
  area: 'vocabularies',
  summary: {
    en: 'List the custom attributes of a company, the oldest first, open to apps or not',
    zh: '查询企业的自定义字段，含未对应用开放的',
  },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/companies/:company/custom-attributes',
  params: { company: companyId },
  query: pageQuery,
  output: Type.Object({ items: Type.Array(shownAttribute), cursor }),
  status: 200,
  errors: ['company_not_found', 'cursor_invalid'],
  async handle({ session }, { params: { company }, query }) {
    const limit = query.limit ?? defaultLimit
    const after = query.after === undefined ? undefined : placeIn(query.after, isPosition)
    const found = await session.read(async (reader) => {
      await companyNow(reader, company)
      return listAttributes(reader, company, { open: false, after, limit: limit + 1 })
    })
    const page = cut(found, limit, ({ createdAt: at, id }) => ({ at, id }))
    return { items: page.rows.map(showAttribute), cursor: page.cursor }
  },
})
