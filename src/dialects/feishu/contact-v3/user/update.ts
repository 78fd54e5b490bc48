import { Type } from 'typebox'
import { blankPerson, type Settable } from '../../../../directory/people/draft.ts'
import type { Person } from '../../../../directory/people/person.ts'
import { Refused } from '../../../../directory/refusals.ts'
import { endpoint } from '../../declaration.ts'
import { FeishuError } from '../../feishu-error.ts'
import { idTypes } from '../../schemas.ts'
import { userWriter } from './user-calls.ts'
import { userObject } from './user-schema.ts'
import { employeeType, gender, newDepartments, newName, sharedFields } from './writing/body-fields.ts'
import { changeUser } from './writing/change-user.ts'
import { checkForm, checkUserId } from './writing/form.ts'
import { refuseUnkept } from './writing/unkept-names.ts'
import { neverByUpdate } from './writing/unreachable.ts'
import { updateErrors } from './writing/update-errors.ts'

export const updateUser = endpoint({
  ...userWriter,
  name: 'user.update',
  summary: { en: 'Replaces what is said of a user', zh: '更新用户所有信息' },
  source: 'contact-v3, user/update',
  method: 'PUT',
  route: '/open-apis/contact/v3/users/:user_id',
  path: { user_id: Type.String() },
  query: idTypes,
  body: {
    name: newName,
    department_ids: newDepartments,
    employee_type: employeeType(41059),
    gender: gender(2),
    is_frozen: Type.Optional(Type.Boolean()),
    ...sharedFields,
  },
  output: Type.Object({ user: userObject }),
  errors: updateErrors,
  unreachable: neverByUpdate,
  faults: [44025],
  async handle(call, { path, query, body }) {
    const { user_id_type: people = 'open_id', department_id_type: departments = 'open_department_id' } = query
    checkUserId(path)
    checkForm(body, 64)
    const { user } = await changeUser(call, {
      user: path.user_id,
      ids: { people, departments },
      body: { ...body, orders: body.orders ?? [] },
      fromCovered: true,
      changes: replaced,
      judge: (unkept) => refuseUnkept(unkept, body),
    }).catch((refused) => {
      throw asLocked(refused) ?? refused
    })
    return { user }
  },
})

/** Everything that the call can set becomes what was sent, or nothing. Whether he is frozen, his posts, and what the call has no member for stay. */
function replaced(before: Person, given: Partial<Settable>): Partial<Settable> {
  const { geo, jobLevel, jobFamily, subscriptions, dottedLeaders, frozen, posts } = before
  return { ...blankPerson, geo, jobLevel, jobFamily, subscriptions, dottedLeaders, frozen, posts, ...given }
}

/** Here the vendor has a code of its own for who is locked, which means something else elsewhere. */
function asLocked(refused: unknown): FeishuError | undefined {
  if (!(refused instanceof Refused) || refused.refusal.fact !== 'person_secured') return undefined
  const { person } = refused.refusal
  return new FeishuError(44038, {
    en: `The user ${person} is locked for security. Have the lock taken off first.`,
    zh: `用户 ${person} 因安全原因被锁定，请先解除锁定。`,
  })
}
