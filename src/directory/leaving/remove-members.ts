import type { Tx } from '../../storage/store.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'
import { requireFree } from './blockers.ts'
import { leave } from './leave.ts'
import { readStandings } from './read-standings.ts'

/**
 * Takes members out of their organization, all of them or none; the accounts live on. One that is named twice counts once. Runs in the
 * organization's stream. Refuses with `organization_not_found`, `members_not_found`, and the first blocker of the first member that has one.
 */
export async function removeMembers(tx: Tx, id: number, named: readonly number[]): Promise<void> {
  const organization = await organizationNow(tx, id)
  const uins = [...new Set(named)]
  const standings = await readStandings(tx, organization, uins)
  const known = new Set(standings.map(({ uin }) => uin))
  const strangers = uins.filter((uin) => !known.has(uin))
  if (strangers.length > 0) throw new Refused({ fact: 'members_not_found', uins: strangers })
  for (const standing of standings) requireFree(standing, 'remove')
  await leave(tx, standings, 'removed')
}
