import { Type } from 'typebox'
import { endpoint } from '../../declaration.ts'
import { perSecond } from '../../rates.ts'
import { idTypes } from '../../schemas.ts'
import { patchedUserFields } from '../../scopes.ts'
import { userWriter } from './user-calls.ts'
import { userObject } from './user-schema.ts'
import { employeeType, gender, newerFields, sharedFields } from './writing/body-fields.ts'
import { changeUser } from './writing/change-user.ts'
import { checkForm, checkUserId } from './writing/form.ts'
import { requireFields, requireGrants } from './writing/grants.ts'
import { malformed } from './writing/malformed.ts'
import { patchErrors } from './writing/patch-errors.ts'
import { refuseUnkept } from './writing/unkept-names.ts'
import { neverByPatch } from './writing/unreachable.ts'

export const patchUser = endpoint({
  ...userWriter,
  name: 'user.patch',
  summary: { en: 'Changes what is sent of a user', zh: '修改用户部分信息' },
  source: 'contact-v3, user/patch',
  method: 'PATCH',
  route: '/open-apis/contact/v3/users/:user_id',
  tokens: ['tenant', 'user'],
  scopes: ['contact:contact', 'contact:user.base'],
  slower: ({ body }) => (body.department_ids || body.is_frozen !== undefined ? perSecond(1) : []),
  path: { user_id: Type.String() },
  query: idTypes,
  body: {
    name: Type.Optional(Type.String({ refusal: 41006, examples: ['…'] })),
    department_ids: Type.Optional(Type.Array(Type.String())),
    employee_type: Type.Optional(employeeType(41057)),
    gender: gender(3),
    is_frozen: Type.Optional(Type.Boolean()),
    ...sharedFields,
    ...newerFields,
  },
  output: Type.Object({ user: userObject }),
  errors: patchErrors,
  unreachable: neverByPatch,
  faults: [44025, 44049],
  async handle(call, { path, query, body }) {
    const { user_id_type: people = 'open_id', department_id_type: departments = 'open_department_id' } = query
    checkUserId(path)
    checkForm(body, 255)
    if (body.orders && !body.department_ids)
      throw malformed(44002, 'orders', body.orders, { en: 'is taken with department_ids only', zh: '仅可与 department_ids 一同填写' })
    requireFields(call, body)
    requireGrants(call, body)
    const { user, unkept } = await changeUser(call, {
      user: path.user_id,
      ids: { people, departments },
      body,
      shownBy: patchedUserFields,
      fromCovered: false,
      changes: (_before, { joinTime, ...given }) => ({ ...given, ...(joinTime !== undefined && { joinTime: joinTime || null }) }),
    })
    refuseUnkept(unkept, body)
    return { user }
  },
})
