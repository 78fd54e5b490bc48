import { Type } from 'typebox'
import { foundDepartments } from '../../../../directory/departments/asked-department.ts'
import { companyStream } from '../../../../directory/events.ts'
import { type Return, restore } from '../../../../directory/people/restore.ts'
import { Refused } from '../../../../directory/refusals.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { endpoint } from '../../declaration.ts'
import { perMinute } from '../../rates.ts'
import { type IdTypes, idTypes } from '../../schemas.ts'
import { askedDepartments, readPeople, refuseForeignOpenId } from '../../translate-ids.ts'
import { resurrectErrors } from './resurrect-errors.ts'
import { userWriter } from './user-calls.ts'
import { requireGrants } from './writing/grants.ts'

const whole = Type.Optional(Type.Integer())

interface Seat {
  readonly department_id: string
  readonly user_order?: number
  readonly department_order?: number
}

/** Where the user is to sit. */
async function askedSeats(reader: Reader, call: Call, departments: readonly Seat[], types: IdTypes): Promise<Return['seats']> {
  const written = departments.map(({ department_id }) => department_id)
  const asked = await askedDepartments(reader, call, written, types.department_id_type ?? 'open_department_id')
  const ids = foundDepartments(call.covering, asked)
  return departments.map(({ user_order: personOrder = 0, department_order: departmentOrder = 0 }, index) => ({
    department: ids[index] as string,
    personOrder,
    departmentOrder,
    isPrimary: undefined,
  }))
}

/** Nobody has this id, or only for another app. */
async function refuseUnknown(reader: Reader, call: Call, id: string, { user_id_type: type = 'open_id' }: IdTypes): Promise<never> {
  if (type === 'open_id') await refuseForeignOpenId(reader, call, id)
  throw new Refused({ fact: 'person_not_found', person: id })
}

export const resurrectUser = endpoint({
  ...userWriter,
  ...resurrectErrors,
  name: 'user.resurrect',
  summary: { en: 'Bring back a user who was deleted at most 30 days ago', zh: '恢复已删除用户' },
  source: 'contact-v3, user/resurrect',
  method: 'POST',
  route: '/open-apis/contact/v3/users/:user_id/resurrect',
  windows: perMinute(10),
  path: { user_id: Type.String() },
  query: idTypes,
  body: {
    departments: Type.Optional(
      Type.Array(Type.Object({ department_id: Type.String(), user_order: whole, department_order: whole }), { maxItems: 50 }),
    ),
    subscription_ids: Type.Optional(Type.Array(Type.String())),
  },
  output: Type.Object({}),
  async handle(call, { path, query, body }) {
    requireGrants(call, body)
    return call.session.write(companyStream(call.company.id), async (tx) => {
      const seats = await askedSeats(tx, call, body.departments ?? [], query)
      const [found] = await readPeople(tx, call, [[path.user_id, query.user_id_type ?? 'open_id']])
      if (!found) return await refuseUnknown(tx, call, path.user_id, query)
      const subscriptions = body.subscription_ids ?? []
      await restore(tx, call.company, call.covering, { person: found.id, told: path.user_id, seats, subscriptions })
      return {}
    })
  },
})
