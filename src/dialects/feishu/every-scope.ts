import { offlineAccess } from './auth/user-token-forms.ts'
import { licenceScope, regionScope } from './contact-v3/user/writing/grants.ts'
import { contactV3 } from './contact-v3.ts'
import { departmentFields, patchedUserFields, userFields } from './scopes.ts'

/** Every scope that an endpoint, a field or a member of a body asks for, and the one for refresh tokens: what the first app of a company is given. */
export function everyScope(): string[] {
  const ofEndpoints = contactV3.flatMap(({ scopes }) => scopes)
  const ofFields = [userFields, patchedUserFields, departmentFields].flatMap((fields) => Object.values(fields).flat())
  return [...new Set([...ofEndpoints, ...ofFields, licenceScope, regionScope, offlineAccess])].toSorted()
}
