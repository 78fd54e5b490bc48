import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { unbindDepartment } from '../../../../directory/units/bind-department.ts'
import { endpoint } from '../../declaration.ts'
import { askedDepartment } from './asked-department.ts'
import { bindingBody, bindingErrors, unitWriter } from './unit-fields.ts'

export const unbindUnitDepartment = endpoint({
  ...unitWriter,
  name: 'unit.unbind_department',
  area: 'unit',
  summary: { en: 'End the binding of a department to a unit', zh: '解除部门与单位的关联' },
  source: 'contact-v3, unit/unbind_department',
  method: 'POST',
  route: '/open-apis/contact/v3/unit/unbind_department',
  body: bindingBody,
  output: Type.Object({}),
  errors: bindingErrors,
  faults: [40003],
  async handle(call, { body }) {
    await call.session.write(companyStream(call.company.id), async (tx) =>
      unbindDepartment(tx, { covering: call.covering, unit: body.unit_id, department: await askedDepartment(tx, call, body) }),
    )
    return {}
  },
})
