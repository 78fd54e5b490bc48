import type { Tx } from '../../storage/store.ts'
import { affiliationOf } from '../../storage/tables/organizations.ts'
import { claimZoneName, insertZone, zoneOfOrganization } from '../../storage/tables/zones.ts'
import type { Caller } from '../accounts/caller.ts'
import { requireEnterprise } from '../invariants/verification.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'

/**
 * Opens the one zone of the caller's organization. Runs in the organization's stream.
 * Refuses with `not_verified`, `not_enterprise`, `no_organization`, `not_the_manager`, `zone_already_open`, `zone_name_taken`.
 */
export async function openZone(tx: Tx, ports: Ports, caller: Caller, name: string): Promise<string> {
  requireEnterprise(caller.account)
  const { organization } = caller
  if (!organization) throw new Refused({ fact: 'no_organization' })
  // The caller was read before the transaction: its organization may be deleted by now.
  const present = await tx.first(affiliationOf, { uin: caller.account.uin })
  if (present?.organization !== organization.id) throw new Refused({ fact: 'no_organization' })
  if (organization.managerUin !== caller.account.uin) throw new Refused({ fact: 'not_the_manager', organization: organization.id })
  const open = await tx.first(zoneOfOrganization, { organization: organization.id })
  if (open) throw new Refused({ fact: 'zone_already_open', zone: open.id })

  const id = `z-${ports.ids.text(12)}`
  if ((await tx.run(claimZoneName, { name, zone: id })) === 0) throw new Refused({ fact: 'zone_name_taken', name })
  await tx.run(insertZone, { id, organization: organization.id, name, at: tx.origin.at })
  record(tx, { kind: 'zone_opened', subject: id, after: { name } })
  return id
}
