import { Type } from 'typebox'
import { unbindDepartmentChat as unbind } from '../../../../directory/departments/unbind-chat.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { perSecond } from '../../rates.ts'
import { departmentIdType } from '../../schemas.ts'
import { departmentToChange } from './asked-place.ts'
import { departmentWriter } from './department-calls.ts'

export const unbindDepartmentChat = endpoint({
  ...departmentWriter,
  name: 'department.unbind_department_chat',
  summary: { en: "Make a department's chat an ordinary one", zh: '部门群转为普通群' },
  source: 'contact-v3, department/unbind_department_chat',
  method: 'POST',
  route: '/open-apis/contact/v3/departments/unbind_department_chat',
  windows: perSecond(20),
  query: { department_id_type: departmentIdType },
  body: { department_id: Type.String() },
  output: Type.Object({}),
  errors: {
    40002: [400, 'process root dept error'],
    40003: [400, 'internal error'],
    40004: [403, 'no dept authority error'],
    40020: [403, 'department does not have a chat error'],
  },
  faults: [40003],
  chosen: {
    40008: { http: 400, msg: 'dept Info is null error', reason: 'a department that is not there has this code on the pages beside it' },
  },
  async handle(call, { query, body }) {
    await call.session.write(companyStream(call.company.id), async (tx) =>
      unbind(tx, call.company.id, await departmentToChange(tx, call, body.department_id, query)),
    )
    return {}
  },
})
