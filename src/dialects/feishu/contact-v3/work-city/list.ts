import { listCompanyNames } from '../../../../directory/vocabularies/names/list-names.ts'
import { endpoint } from '../../declaration.ts'
import { ageAt, ageIn, cut, pageTokens } from '../../paging.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'
import { shownWorkCity, showWorkCity, workCityReader } from './work-city-fields.ts'

export const listWorkCities = endpoint({
  ...workCityReader,
  name: 'work_city.list',
  area: 'work-city',
  summary: { en: 'The work cities of the company, the oldest first', zh: '获取企业工作城市列表' },
  source: 'contact-v3, work_city/list',
  method: 'GET',
  route: '/open-apis/contact/v3/work_cities',
  query: { page_size: pageSize(50, 1, 40001), page_token: pageToken },
  output: paged('items', shownWorkCity),
  errors: { 40001: [400, 'param is invalid'] },
  async handle({ company, session }, { query: { page_size: size = 10, page_token: token } }) {
    const tokens = pageTokens('work_city.list', company.id)
    const after = ageIn(tokens, token, 40001)
    const names = await session.read((reader) => listCompanyNames(reader, company.id, { table: 'work_cities', after, limit: size + 1 }))
    const { page, ...rest } = cut(names, size, tokens, ageAt)
    return { items: page.map(showWorkCity), ...rest }
  },
})
