import type { Tx } from '../../storage/store.ts'
import { findOrganization } from '../../storage/tables/organizations.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'
import { requireFree } from './blockers.ts'
import { leave } from './leave.ts'
import { readStandings } from './read-standings.ts'

/**
 * A member leaves its organization by itself, naming it. Runs in the stream of its own organization.
 * Refuses with `quits_another_organization`, `quits_unknown_organization`, `no_organization`, and the first blocker.
 */
export async function quitOrganization(tx: Tx, own: number, uin: number, named: number): Promise<void> {
  if (named !== own) {
    const other = await tx.first(findOrganization, { organization: named })
    throw new Refused({ fact: other ? 'quits_another_organization' : 'quits_unknown_organization', organization: named, own })
  }
  const [standing] = await readStandings(tx, await organizationNow(tx, own), [uin])
  if (!standing) throw new Refused({ fact: 'no_organization' })
  requireFree(standing, 'quit')
  await leave(tx, [standing], 'quit')
}
