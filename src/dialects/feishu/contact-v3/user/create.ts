import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { createPerson } from '../../../../directory/people/create-person.ts'
import { Refused } from '../../../../directory/refusals.ts'
import { endpoint } from '../../declaration.ts'
import { keptAnswer } from '../../kept-answer.ts'
import { clientToken, idTypes } from '../../schemas.ts'
import { shownUserOf } from './shown-user.ts'
import { userWriter } from './user-calls.ts'
import { userObject } from './user-schema.ts'
import { employeeType, gender, newDepartments, newerFields, newName, sharedFields } from './writing/body-fields.ts'
import { createErrors } from './writing/create-errors.ts'
import { checkForm } from './writing/form.ts'
import { readGiven } from './writing/given-user.ts'
import { requireGrants } from './writing/grants.ts'
import { notification, requireReachable } from './writing/notification.ts'
import { refuseUnkept } from './writing/unkept-names.ts'
import { neverByCreate } from './writing/unreachable.ts'

export const createUser = endpoint({
  ...userWriter,
  name: 'user.create',
  summary: { en: 'Adds a user to the company', zh: '创建用户' },
  source: 'contact-v3, user/create',
  method: 'POST',
  route: '/open-apis/contact/v3/users',
  query: { ...idTypes, client_token: clientToken },
  body: {
    user_id: Type.Optional(Type.String()),
    name: newName,
    department_ids: newDepartments,
    employee_type: employeeType(41059),
    gender: gender(3),
    ...sharedFields,
    ...newerFields,
    ...notification,
  },
  output: Type.Object({ user: userObject }),
  errors: createErrors,
  unreachable: neverByCreate,
  faults: [40003, 41027],
  async handle(call, { query, body }) {
    const { user_id_type: people = 'open_id', department_id_type: departments = 'open_department_id', client_token: token } = query
    checkForm(body, 255)
    requireReachable(body)
    requireGrants(call, body)
    if (people === 'user_id' && body.user_id) requireOtherLeaders(body.user_id, body)
    const ids = { people, departments }
    const { company, covering, session } = call
    const asked = { query: { ...query, client_token: undefined }, body }
    const { user, unkept } = await session.write(companyStream(company.id), (tx) =>
      keptAnswer(tx, call, { endpoint: 'user.create', token, asked }, async () => {
        const { fields, seating, ...rest } = await readGiven(tx, call, { ids, genericUsers: people }, body)
        const given = { ...fields, ...rest, name: body.name, employeeType: body.employee_type, code: body.user_id || undefined }
        const written = await createPerson(tx, session.ports, company, covering, { ...given, seating: seating ?? { departments: [] } })
        return { user: await shownUserOf(tx, call, ids, written.person), unkept: written.unkept }
      }),
    )
    refuseUnkept(unkept, body)
    return { user }
  },
})

interface Led {
  readonly leader_user_id?: string
  readonly dotted_line_leader_user_ids?: readonly string[]
}

/** Who is to come can be named by the id that he is to have. Refuses with `leader_is_self`. */
function requireOtherLeaders(id: string, { leader_user_id: leader, dotted_line_leader_user_ids: dotted = [] }: Led): void {
  if (leader === id || dotted.includes(id)) throw new Refused({ fact: 'leader_is_self', leader: id })
}
