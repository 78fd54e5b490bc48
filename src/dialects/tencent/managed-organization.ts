import { Refused } from '../../directory/refusals.ts'
import type { Call } from './call.ts'

/** The organization that the caller manages. Refuses with `no_organization`, `not_the_manager`. */
export function managedOrganization({ caller }: Pick<Call, 'caller'>): { readonly id: number; readonly managerUin: number } {
  const { organization, account } = caller
  if (!organization) throw new Refused({ fact: 'no_organization' })
  if (organization.managerUin !== account.uin) throw new Refused({ fact: 'not_the_manager', organization: organization.id })
  return organization
}
