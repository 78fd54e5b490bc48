import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { renameUnit } from '../../../../directory/units/rename-unit.ts'
import { endpoint } from '../../declaration.ts'
import { FeishuError } from '../../feishu-error.ts'
import { unitId, unitName, unitWriter } from './unit-fields.ts'

export const patchUnit = endpoint({
  ...unitWriter,
  name: 'unit.patch',
  area: 'unit',
  summary: { en: 'Give a unit another name', zh: '修改单位名称' },
  source: 'contact-v3, unit/patch',
  method: 'PATCH',
  route: '/open-apis/contact/v3/unit/:unit_id',
  path: { unit_id: unitId },
  // The vendor's clients may leave the name out, and the vendor refuses it then.
  body: { name: Type.Optional(Type.String(unitName)) },
  output: Type.Object({}),
  errors: {
    40003: [500, 'internal error'],
    43051: [400, 'unit_id invalid'],
    43052: [400, 'unit name invalid'],
    43055: [400, 'unit name and type repeat'],
  },
  faults: [40003],
  async handle({ company, session }, { path: { unit_id: id }, body: { name } }) {
    if (name === undefined) {
      throw new FeishuError(43052, {
        en: `Send the name that the unit ${id} is to have: it is all that can be changed.`,
        zh: `请传入单位 ${id} 的新名称 name，仅名称可修改。`,
      })
    }
    await session.write(companyStream(company.id), (tx) => renameUnit(tx, company.id, id, name.trim()))
    return {}
  },
})
