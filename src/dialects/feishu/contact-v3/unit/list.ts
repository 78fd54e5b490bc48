import { listUnits as list } from '../../../../directory/units/list-units.ts'
import { endpoint } from '../../declaration.ts'
import { ageAt, ageIn, cut, pageTokens } from '../../paging.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'
import { shownUnit, showUnit, unitReader } from './unit-fields.ts'

export const listUnits = endpoint({
  ...unitReader,
  name: 'unit.list',
  area: 'unit',
  summary: { en: 'The units of the company, the oldest first', zh: '查询单位列表' },
  source: 'contact-v3, unit/list',
  method: 'GET',
  route: '/open-apis/contact/v3/unit',
  query: { page_size: pageSize(100), page_token: pageToken },
  output: paged('unitlist', shownUnit),
  errors: { 40003: [500, 'internal error'], 40011: [400, 'page size is invalid'], 40012: [400, 'page token is invalid'] },
  faults: [40003],
  async handle({ company, session }, { query: { page_size: size = 50, page_token: token } }) {
    const tokens = pageTokens('unit.list', company.id)
    const after = ageIn(tokens, token)
    const units = await session.read((reader) => list(reader, company.id, after, size + 1))
    const { page, ...rest } = cut(units, size, tokens, ageAt)
    return { unitlist: page.map(showUnit), ...rest }
  },
})
