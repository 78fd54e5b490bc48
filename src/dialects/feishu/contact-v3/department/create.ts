import { Type } from 'typebox'
import { createDepartment as create } from '../../../../directory/departments/create-department.ts'
import { mainLeader } from '../../../../directory/departments/judge-heads.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { keptAnswer } from '../../kept-answer.ts'
import { clientToken, idTypes, namedId } from '../../schemas.ts'
import { headsAsked, namedAsWritten } from './asked-heads.ts'
import { parentAsked } from './asked-place.ts'
import { valuesAsked } from './asked-values.ts'
import { departmentWriter } from './department-calls.ts'
import { customIdPattern, departmentBody, never, partnersBody, shownDepartment, writingErrors } from './department-fields.ts'
import { showDepartment } from './show-departments.ts'

export const createDepartment = endpoint({
  ...departmentWriter,
  name: 'department.create',
  summary: { en: 'Create a department below another', zh: '创建部门' },
  source: 'contact-v3, department/create',
  method: 'POST',
  route: '/open-apis/contact/v3/departments',
  query: { ...idTypes, client_token: clientToken },
  body: {
    ...departmentBody,
    name: Type.String({ maxLength: 255, missing: 40016 }),
    parent_department_id: namedId(44101),
    department_id: Type.Optional(Type.String({ pattern: `^$|${customIdPattern}`, refusal: 43008 })),
    unit_ids: Type.Optional(Type.Array(Type.String(), { maxItems: 1, refusal: 43004 })),
    department_hrbps: partnersBody,
  },
  output: Type.Object({ department: shownDepartment }),
  errors: {
    ...writingErrors,
    40010: [400, 'chat id is invalid error'],
    40016: [401, 'dept name can not be nul error'],
    40018: [400, 'param error'],
    40021: [400, 'no a same request error'],
    41012: [400, 'user id invalid error'],
    42006: [400, 'user has resigned error'],
    43000: [401, 'dept has already exist error'],
    43004: [400, 'illegal unit error'],
    43007: [400, 'duplicated department custom id error'],
    43008: [400, 'custom dept id invalid error'],
    44101: [400, 'miss parent department id error'],
  },
  invalid: 40018,
  faults: [40003, 43024],
  unreachable: {
    40004: 'the only department that a request names is the parent: 40014, and 43023 for the root',
    40008: 'the only department that a request names is the parent: 40014',
    40010: never.chat,
    43000: 'a name that is taken is 43022, an id that is taken 43007',
    43021: never.chat,
  },
  chosen: {
    43016: { http: 400, msg: 'leaders is repeat', reason: 'a leader named twice has this code of department/patch' },
    43031: {
      http: 400,
      msg: 'Unable to edit data from external data sources',
      reason: 'departments fed from outside have this code of department/patch',
    },
  },
  async handle(call, { query, body }) {
    const { client_token: token, ...asked } = query
    const { name, department_id: code, unit_ids: [unit] = [], create_group_chat: chat } = body
    return call.session.write(companyStream(call.company.id), (tx) =>
      keptAnswer(tx, call, { endpoint: 'department.create', token, asked: { asked, body } }, async () => {
        const parent = await parentAsked(tx, call, body.parent_department_id, asked)
        const { written, mainLeader: main, ...heads } = await headsAsked(tx, call, body, { type: asked.user_id_type, disagree: 40018 })
        const wanted = {
          ...{ name, parent, ...valuesAsked(body), ...heads },
          ...(main !== undefined && { leaders: [{ person: main, kind: mainLeader }] }),
          ...(code && { code }),
          ...(unit !== undefined && { unit }),
          ...(chat && { chat }),
        }
        const created = await namedAsWritten(written, () => create(tx, call.session.ports, call.company.id, wanted))
        return { department: await showDepartment(tx, call, asked, created) }
      }),
    )
  },
})
