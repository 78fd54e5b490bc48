import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { bindDepartment as bind } from '../../../../directory/units/bind-department.ts'
import { endpoint } from '../../declaration.ts'
import { askedDepartment } from './asked-department.ts'
import { bindingBody, bindingErrors, unitWriter } from './unit-fields.ts'

export const bindUnitDepartment = endpoint({
  ...unitWriter,
  name: 'unit.bind_department',
  area: 'unit',
  summary: { en: 'Bind a department to a unit; it is bound to one at most', zh: '建立部门与单位的关联' },
  source: 'contact-v3, unit/bind_department',
  method: 'POST',
  route: '/open-apis/contact/v3/unit/bind_department',
  body: bindingBody,
  output: Type.Object({}),
  errors: { ...bindingErrors, 43054: [400, 'department has been bound to other unit'] },
  faults: [40003],
  chosen: {
    43017: {
      http: 400,
      msg: 'relate dept over limit',
      reason: 'a unit takes 1000 departments, for which its own page has no code; department/create has this one',
    },
  },
  async handle(call, { body }) {
    await call.session.write(companyStream(call.company.id), async (tx) =>
      bind(tx, { covering: call.covering, unit: body.unit_id, department: await askedDepartment(tx, call, body) }),
    )
    return {}
  },
})
