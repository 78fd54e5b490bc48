import type { Caller } from '../accounts/caller.ts'
import { managedOrganization, organizationManagedBy } from '../organizations/managed-organization.ts'
import { Refused } from '../refusals.ts'
import type { Delegation } from '../services/delegation.ts'
import { delegationOf } from '../services/is-delegate.ts'
import { serviceNamed } from '../services/services.ts'
import type { Session } from '../session.ts'

interface Call {
  readonly caller: Caller
  readonly session: Pick<Session, 'read'>
}

/**
 * The organization whose members the caller may see: its manager all of them, who administers the service that is named those of its scope.
 * Refuses with `service_not_found`, `no_organization`, `not_the_manager`.
 */
export async function membersSeenBy(
  { caller, session }: Call,
  product: string | undefined,
): Promise<{ readonly organization: number; readonly within?: Delegation }> {
  const service = product === undefined ? undefined : serviceNamed({ product }).product
  const { account, organization } = caller
  if (!organization || !service || organizationManagedBy(caller)) return { organization: managedOrganization({ caller }).id }
  const within = await session.read((reader) => delegationOf(reader, organization.id, account.uin, service))
  if (!within) throw new Refused({ fact: 'not_the_manager', organization: organization.id })
  return { organization: organization.id, within }
}
