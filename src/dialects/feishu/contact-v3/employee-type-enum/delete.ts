import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { deleteEmployeeType as remove } from '../../../../directory/vocabularies/employee-types/delete-employee-type.ts'
import { endpoint } from '../../declaration.ts'
import { usual } from '../../rates.ts'
import { invalidParameter, typePath, typeWriter } from './employee-type-fields.ts'

export const deleteEmployeeType = endpoint({
  ...typeWriter,
  name: 'employee_type_enum.delete',
  area: 'employee-type-enum',
  summary: { en: 'Delete an employee type of the company’s own; people keep its number', zh: '删除自定义人员类型，用户保留原编号' },
  source: 'contact-v3, employee_type_enum/delete',
  method: 'DELETE',
  route: '/open-apis/contact/v3/employee_type_enums/:enum_id',
  windows: usual,
  path: typePath,
  output: Type.Object({}),
  errors: {},
  chosen: { 40001: invalidParameter },
  async handle({ company, session }, { path }) {
    await session.write(companyStream(company.id), (tx) => remove(tx, company.id, path.enum_id))
    return {}
  },
})
