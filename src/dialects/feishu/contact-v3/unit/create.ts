import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { createUnit as create } from '../../../../directory/units/create-unit.ts'
import { endpoint } from '../../declaration.ts'
import { unitId, unitName, unitType, unitWriter } from './unit-fields.ts'

export const createUnit = endpoint({
  ...unitWriter,
  name: 'unit.create',
  area: 'unit',
  summary: { en: 'Add a unit, with an id of the company or a new one', zh: '创建单位' },
  source: 'contact-v3, unit/create',
  method: 'POST',
  route: '/open-apis/contact/v3/unit',
  body: { unit_id: Type.Optional(unitId), name: Type.String(unitName), unit_type: unitType },
  output: Type.Object({ unit_id: Type.String() }),
  errors: {
    40003: [500, 'internal error'],
    43050: [400, 'unit feature is prohibited'],
    43051: [400, 'unit_id invalid'],
    43052: [400, 'unit name invalid'],
    43053: [400, 'unit type invalid'],
    43056: [400, 'duplicate unit id error'],
    43055: [400, 'unit name and type repeat'],
    43059: [400, 'unit number exceed limit'],
  },
  faults: [40003],
  async handle({ company, session }, { body: { unit_id: id, name, unit_type: type } }) {
    const unit = { ...(id !== undefined && { id }), name: name.trim(), type: type.trim() }
    const created = await session.write(companyStream(company.id), (tx) => create(tx, session.ports, company.id, unit))
    return { unit_id: created.id }
  },
})
