import { Type } from 'typebox'
import type { Person } from '../../../../directory/people/person.ts'
import type { Call } from '../../call.ts'
import { maySee, userFields } from '../../scopes.ts'

/** Licences of a user where they are told; of the members that the vendor has for one, its id is what is known here. */
export const assignInfo = Type.Optional(Type.Array(Type.Object({ subscription_id: Type.String() })))

/** `assign_info` of a user who has licences, to whom the scope for that was granted; source: user/get. */
export function assignedLicences({ subscriptions }: Person, to: Pick<Call, 'scopes'>) {
  if (subscriptions.length === 0 || !maySee(userFields, 'assign_info', to)) return {}
  return { assign_info: subscriptions.map((id) => ({ subscription_id: id })) }
}
