import type { Tx } from '../../storage/store.ts'
import { deleteOrganization as deleteRow, organizationContent } from '../../storage/tables/departures.ts'
import { membersLeft } from '../../storage/tables/standings.ts'
import { zoneOfOrganization } from '../../storage/tables/zones.ts'
import { organizationStream } from '../events.ts'
import { type Organization, organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { deleteZone } from './delete-zone.ts'
import { payeesGate } from './gates/payees.ts'
import { roleDeployedGate } from './gates/role-deployed.ts'
import { userProvisionedGate } from './gates/user-provisioned.ts'
import { readStandings } from './read-standings.ts'

/**
 * Deletes an organization that only its manager is left in: departments, invitations and the zone go with it, its manager is free, and
 * the addresses that accounts bound in it stay theirs. Runs in the organization's stream. Refuses with `organization_not_found`,
 * `pays_for_members`, `payment_left`, `members_left`, `shares_in_use`, `policies_enabled`, `member_policies_exist`, `role_deployed_to_account`,
 * `user_provisioned_to_account`.
 */
export async function deleteOrganization(tx: Tx, id: number): Promise<void> {
  const organization = await organizationNow(tx, id)
  await requireEmpty(tx, organization)
  const row = await tx.first(zoneOfOrganization, { organization: id })
  if (row) await deleteZone(tx, row.id)
  for (const content of organizationContent) await tx.run(content, { organization: id })
  await tx.run(deleteRow, { organization: id })
  const tenant = organizationStream(id)
  const { managerUin, rootNode } = organization
  record(tx, {
    tenant,
    kind: 'account_left',
    subject: String(managerUin),
    before: { organization: id, node: rootNode },
    after: { how: 'organization_deleted' },
  })
  record(tx, {
    tenant,
    kind: 'organization_deleted',
    subject: String(id),
    before: { manager: managerUin, rootNode, zone: row?.id ?? null },
  })
}

/** Relations of payment come first: they are between members, who bar the deletion too. */
async function requireEmpty(tx: Tx, organization: Organization): Promise<void> {
  const { id, managerUin, facts } = organization
  const [manager] = await readStandings(tx, organization, [managerUin])
  const paying = manager && payeesGate(manager)
  if (paying) throw new Refused(paying)
  const left = await tx.first(membersLeft, { organization: id })
  if (left?.payee) throw new Refused({ fact: 'payment_left', organization: id, uin: left.payee })
  if (left && left.members > 1) throw new Refused({ fact: 'members_left', organization: id, members: left.members - 1 })
  if (facts.sharesInUse) throw new Refused({ fact: 'shares_in_use', organization: id })
  if (facts.policiesEnabled) throw new Refused({ fact: 'policies_enabled', organization: id })
  if (facts.memberPolicies) throw new Refused({ fact: 'member_policies_exist', organization: id })
  const access = manager && (roleDeployedGate(manager) ?? userProvisionedGate(manager))
  if (access) throw new Refused(access)
}
