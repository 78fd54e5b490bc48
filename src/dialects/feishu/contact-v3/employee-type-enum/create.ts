import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { createEmployeeType as create } from '../../../../directory/vocabularies/employee-types/create-employee-type.ts'
import { endpoint } from '../../declaration.ts'
import { perSecond } from '../../rates.ts'
import { shownType, showType, typeBody, typeWriter } from './employee-type-fields.ts'

export const createEmployeeType = endpoint({
  ...typeWriter,
  name: 'employee_type_enum.create',
  area: 'employee-type-enum',
  summary: { en: 'Add an employee type; its number is the next one', zh: '新增人员类型，编号顺延' },
  source: 'contact-v3, employee_type_enum/create',
  method: 'POST',
  route: '/open-apis/contact/v3/employee_type_enums',
  windows: perSecond(20),
  body: typeBody,
  output: Type.Object({ employee_type_enum: shownType }),
  errors: {
    42301: [400, 'param content duplicate'],
    42302: [400, 'param i18n_content duplicate'],
    42303: [400, 'exceed content max num'],
  },
  async handle({ company, session }, { body }) {
    const wanted = { content: body.content, i18nContent: body.i18n_content, active: body.enum_status === 1 }
    const created = await session.write(companyStream(company.id), (tx) => create(tx, session.ports, company.id, wanted))
    return { employee_type_enum: showType(created) }
  },
})
