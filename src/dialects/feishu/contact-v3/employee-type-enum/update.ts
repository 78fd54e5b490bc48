import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { changeEmployeeType } from '../../../../directory/vocabularies/employee-types/change-employee-type.ts'
import { endpoint } from '../../declaration.ts'
import { usual } from '../../rates.ts'
import { invalidParameter, shownType, showType, typeBody, typePath, typeWriter } from './employee-type-fields.ts'

const reason = 'the page lists no code; this is what creating one answers'

export const updateEmployeeType = endpoint({
  ...typeWriter,
  name: 'employee_type_enum.update',
  area: 'employee-type-enum',
  summary: { en: 'Change an employee type of the company’s own', zh: '更新自定义人员类型' },
  source: 'contact-v3, employee_type_enum/update',
  method: 'PUT',
  route: '/open-apis/contact/v3/employee_type_enums/:enum_id',
  windows: usual,
  path: typePath,
  body: typeBody,
  output: Type.Object({ employee_type_enum: shownType }),
  errors: {},
  chosen: {
    40001: invalidParameter,
    42301: { http: 400, msg: 'param content duplicate', reason },
    42302: { http: 400, msg: 'param i18n_content duplicate', reason },
  },
  async handle({ company, session }, { path, body }) {
    const change = { content: body.content, i18nContent: body.i18n_content, active: body.enum_status === 1 }
    const changed = await session.write(companyStream(company.id), (tx) => changeEmployeeType(tx, company.id, path.enum_id, change))
    return { employee_type_enum: showType(changed) }
  },
})
