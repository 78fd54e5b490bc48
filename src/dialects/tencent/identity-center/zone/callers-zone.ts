import { Refused } from '../../../../directory/refusals.ts'
import { isDelegate } from '../../../../directory/services/is-delegate.ts'
import type { Zone } from '../../../../directory/zones/zone.ts'
import type { Call } from '../../call.ts'

/** The service whose delegated administrators manage the zone beside the manager. Source: 1031/55972; DelegatedAdminCannotModifyPolicy in the SDK. */
const identityCenter = 'cic'

/**
 * The zone of the caller's organization, which `id` must name when it is given.
 * Refuses with `no_organization`, `zone_not_open`, `neither_manager_nor_delegate`, `zone_not_found`.
 */
export async function callersZone({ caller, session }: Pick<Call, 'caller' | 'session'>, id?: string): Promise<Zone> {
  const { account, zone, organization } = caller
  if (!organization) throw new Refused({ fact: 'no_organization' })
  if (!zone) throw new Refused({ fact: 'zone_not_open' })
  if (organization.managerUin !== account.uin) {
    const delegated = await session.read((reader) => isDelegate(reader, organization.id, account.uin, identityCenter))
    if (!delegated) throw new Refused({ fact: 'neither_manager_nor_delegate', organization: organization.id, service: identityCenter })
  }
  if (id !== undefined && id !== zone.id) throw new Refused({ fact: 'zone_not_found', zone: id })
  return zone
}
