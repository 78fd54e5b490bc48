import { Type } from 'typebox'
import { unitNow } from '../../../../directory/units/find-unit.ts'
import { endpoint } from '../../declaration.ts'
import { shownUnit, showUnit, unitId, unitReader } from './unit-fields.ts'

export const getUnit = endpoint({
  ...unitReader,
  name: 'unit.get',
  area: 'unit',
  summary: { en: 'A unit by its id', zh: '查询单位' },
  source: 'contact-v3, unit/get',
  method: 'GET',
  route: '/open-apis/contact/v3/unit/:unit_id',
  path: { unit_id: unitId },
  output: Type.Object({ unit: shownUnit }),
  errors: { 40003: [500, 'internal error'], 43051: [400, 'unit_id invalid'] },
  faults: [40003],
  async handle({ company, session }, { path }) {
    return { unit: showUnit(await session.read((reader) => unitNow(reader, company.id, path.unit_id))) }
  },
})
