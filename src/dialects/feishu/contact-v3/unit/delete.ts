import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { deleteUnit as remove } from '../../../../directory/units/delete-unit.ts'
import { endpoint } from '../../declaration.ts'
import { unitId, unitWriter } from './unit-fields.ts'

export const deleteUnit = endpoint({
  ...unitWriter,
  name: 'unit.delete',
  area: 'unit',
  summary: { en: 'Delete a unit; its departments are bound to none from then on', zh: '删除单位，其关联部门随之解除关联' },
  source: 'contact-v3, unit/delete',
  method: 'DELETE',
  route: '/open-apis/contact/v3/unit/:unit_id',
  path: { unit_id: unitId },
  output: Type.Object({}),
  errors: {
    40003: [500, 'internal error'],
    43051: [400, 'unit_id invalid'],
    43057: [400, 'unit type is quoted by other businesses'],
  },
  faults: [40003],
  async handle({ company, session }, { path }) {
    await session.write(companyStream(company.id), (tx) => remove(tx, company.id, path.unit_id))
    return {}
  },
})
