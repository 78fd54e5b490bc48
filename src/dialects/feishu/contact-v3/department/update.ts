import { Type } from 'typebox'
import { changeDepartment, type DepartmentChanges } from '../../../../directory/departments/change-department.ts'
import { departmentNow } from '../../../../directory/departments/find-departments.ts'
import { mainLeader } from '../../../../directory/departments/judge-heads.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes, namedId } from '../../schemas.ts'
import { headsAsked, namedAsWritten } from './asked-heads.ts'
import { departmentToChange, parentAsked } from './asked-place.ts'
import { valuesAsked } from './asked-values.ts'
import { departmentWriter } from './department-calls.ts'
import { departmentBody, never, shownDepartment, writingErrors } from './department-fields.ts'
import { showDepartment } from './show-departments.ts'

export const updateDepartment = endpoint({
  ...departmentWriter,
  name: 'department.update',
  summary: { en: 'Replace a department; what is not sent is cleared, but for its order and chat', zh: '更新部门所有信息' },
  source: 'contact-v3, department/update',
  method: 'PUT',
  route: '/open-apis/contact/v3/departments/:department_id',
  path: { department_id: Type.String() },
  query: idTypes,
  body: {
    ...departmentBody,
    name: Type.String({ maxLength: 255, missing: 40016 }),
    parent_department_id: namedId(40017),
  },
  output: Type.Object({ department: shownDepartment }),
  errors: {
    ...writingErrors,
    40002: [400, 'process root dept error'],
    40010: [400, 'chat id is invalid error'],
    40016: [400, 'dept name can not be nul error'],
    40017: [400, 'parent id can not be null in updateRequest'],
    40018: [400, 'param error'],
    42008: [401, 'tenant id is invalid error'],
    43004: [400, 'illegal unit error'],
    43030: [400, 'update department lock error,wait some seconds and retry'],
    43031: [400, 'Unable to edit data from external data sources'],
  },
  invalid: 40018,
  faults: [40003, 43024, 43030],
  unreachable: {
    42008: never[42008],
    40010: never.chat,
    43021: never.chat,
    43004: never.unit,
    43017: never.unit,
    43028: never.partners,
  },
  chosen: {
    41012: { http: 400, msg: 'user id invalid error', reason: 'a leader that nobody is has this code of department/create' },
    42006: { http: 400, msg: 'user has resigned error', reason: 'a leader who resigned has this code of department/create' },
    43016: { http: 400, msg: 'leaders is repeat', reason: 'a leader named twice has this code of department/patch' },
  },
  async handle(call, { path, query, body }) {
    const company = call.company.id
    return call.session.write(companyStream(company), async (tx) => {
      const id = await departmentToChange(tx, call, path.department_id, query)
      const parent = await parentAsked(tx, call, body.parent_department_id, query)
      const { written, mainLeader: main, leaders = [] } = await headsAsked(tx, call, body, { type: query.user_id_type, disagree: 40018 })
      const before = await departmentNow(tx, company, id)
      const whole: DepartmentChanges = {
        i18nName: {},
        ...(before.chat === null && { chatEmployeeTypes: [] }),
        ...valuesAsked(body),
        name: body.name,
        parent,
        leaders: main === undefined ? leaders : [{ person: main, kind: mainLeader }],
        ...(body.create_group_chat && { chat: true }),
      }
      const changed = await namedAsWritten(written, () => changeDepartment(tx, call.session.ports, company, id, whole))
      return { department: await showDepartment(tx, call, query, changed) }
    })
  },
})
