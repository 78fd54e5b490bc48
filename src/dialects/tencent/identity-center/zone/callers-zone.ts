import { Refused } from '../../../../directory/refusals.ts'
import type { Zone } from '../../../../directory/zones/zone.ts'
import type { Call } from '../../call.ts'

/**
 * The zone of the caller's organization, which `id` must name when it is given.
 * Refuses with `no_organization`, `zone_not_open`, `not_the_manager`, `zone_not_found`.
 */
export function callersZone({ caller }: Pick<Call, 'caller'>, id?: string): Zone {
  const { zone, organization } = caller
  if (!organization) throw new Refused({ fact: 'no_organization' })
  if (!zone) throw new Refused({ fact: 'zone_not_open' })
  if (organization.managerUin !== caller.account.uin) throw new Refused({ fact: 'not_the_manager', organization: organization.id })
  if (id !== undefined && id !== zone.id) throw new Refused({ fact: 'zone_not_found', zone: id })
  return zone
}
