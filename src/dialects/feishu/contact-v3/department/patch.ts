import { Type } from 'typebox'
import { changeDepartment } from '../../../../directory/departments/change-department.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes } from '../../schemas.ts'
import { headsAsked, namedAsWritten } from './asked-heads.ts'
import { departmentToChange, parentAsked } from './asked-place.ts'
import { valuesAsked } from './asked-values.ts'
import { departmentWriter } from './department-calls.ts'
import { departmentBody, never, partnersBody, shownDepartment, writingErrors } from './department-fields.ts'
import { showDepartment } from './show-departments.ts'

export const patchDepartment = endpoint({
  ...departmentWriter,
  name: 'department.patch',
  summary: { en: 'Change what is sent of a department and keep the rest', zh: '修改部门部分信息' },
  source: 'contact-v3, department/patch',
  method: 'PATCH',
  route: '/open-apis/contact/v3/departments/:department_id',
  path: { department_id: Type.String() },
  query: idTypes,
  body: {
    ...departmentBody,
    name: Type.Optional(Type.String({ maxLength: 255, examples: ['…'] })),
    parent_department_id: Type.Optional(Type.String()),
    department_hrbps: partnersBody,
  },
  output: Type.Object({ department: shownDepartment }),
  errors: {
    ...writingErrors,
    40002: [400, 'process root dept error'],
    42008: [401, 'tenant id is invalid error'],
    43016: [400, 'leaders is repeat'],
    43030: [400, 'update department lock error,wait some seconds and retry'],
    43031: [400, 'Unable to edit data from external data sources'],
  },
  faults: [40003, 43024, 43030],
  unreachable: { 42008: never[42008], 43017: never.unit, 43021: never.chat },
  chosen: {
    40001: { http: 400, msg: 'param error', reason: 'the page has no code for a parameter that is wrong, nor for a move below itself' },
    41012: { http: 400, msg: 'user id invalid error', reason: 'a leader that nobody is has this code of department/create' },
    42006: { http: 400, msg: 'user has resigned error', reason: 'a leader or partner who resigned has this code of department/create' },
  },
  async handle(call, { path, query, body }) {
    const { name, create_group_chat: chat, parent_department_id: parent } = body
    return call.session.write(companyStream(call.company.id), async (tx) => {
      const id = await departmentToChange(tx, call, path.department_id, query)
      const { written, ...heads } = await headsAsked(tx, call, body, { type: query.user_id_type, disagree: 40001 })
      const changes = {
        ...{ ...valuesAsked(body), ...heads },
        ...(name !== undefined && { name }),
        ...(parent && { parent: await parentAsked(tx, call, parent, query) }),
        ...(chat && { chat }),
      }
      const changed = await namedAsWritten(written, () => changeDepartment(tx, call.session.ports, call.company.id, id, changes))
      return { department: await showDepartment(tx, call, query, changed) }
    })
  },
})
