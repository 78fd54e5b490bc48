import type { Caller } from '../accounts/caller.ts'
import { Refused } from '../refusals.ts'
import { isDelegate } from '../services/is-delegate.ts'
import type { Session } from '../session.ts'
import type { Zone } from './zone.ts'

/** The service whose administrators manage the zone beside the organization's manager. Source: 1031/55972. */
const identityCenter = 'cic'

interface Call {
  readonly caller: Caller
  readonly session: Pick<Session, 'read'>
}

/**
 * The zone of the caller's organization, which `id` must name when it is given: for its manager, and for members that administer the
 * identity center. See docs/decisions, services of an organization.
 * Refuses with `no_organization`, `zone_not_open`, `neither_manager_nor_delegate`, `zone_not_found`.
 */
export async function callersZone({ caller, session }: Call, id?: string): Promise<Zone> {
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
