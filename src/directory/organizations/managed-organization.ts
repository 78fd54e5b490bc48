import type { Caller } from '../accounts/caller.ts'
import { Refused } from '../refusals.ts'

type Place = NonNullable<Caller['organization']>

/** The organization that a caller manages, if any. */
export function organizationManagedBy({ account, organization }: Caller): Place | undefined {
  return organization?.managerUin === account.uin ? organization : undefined
}

/** The organization that the caller manages. Refuses with `no_organization`, `not_the_manager`. */
export function managedOrganization({ caller }: { readonly caller: Caller }): Place {
  const { organization } = caller
  if (!organization) throw new Refused({ fact: 'no_organization' })
  const managed = organizationManagedBy(caller)
  if (!managed) throw new Refused({ fact: 'not_the_manager', organization: organization.id })
  return managed
}
