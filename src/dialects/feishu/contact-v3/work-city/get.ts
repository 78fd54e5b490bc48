import { Type } from 'typebox'
import { companyNameNow } from '../../../../directory/vocabularies/names/find-name.ts'
import { endpoint } from '../../declaration.ts'
import { shownWorkCity, showWorkCity, workCityReader } from './work-city-fields.ts'

export const getWorkCity = endpoint({
  ...workCityReader,
  name: 'work_city.get',
  area: 'work-city',
  summary: { en: 'One work city', zh: '获取单个工作城市信息' },
  source: 'contact-v3, work_city/get',
  method: 'GET',
  route: '/open-apis/contact/v3/work_cities/:work_city_id',
  path: { work_city_id: Type.String() },
  output: Type.Object({ work_city: shownWorkCity }),
  errors: { 40001: [400, 'invalid param'] },
  async handle({ company, session }, { path }) {
    const found = await session.read((reader) => companyNameNow(reader, company.id, 'work_cities', path.work_city_id))
    return { work_city: showWorkCity(found) }
  },
})
