import type { Quotas } from '../../directory/limits.ts'
import { folded } from '../../directory/users/user.ts'
import { quotasIn } from '../../directory/zones/zone.ts'
import type { Findings } from '../read/findings.ts'
import type { SeedMembership } from '../schema/zone.ts'
import type { PlannedZone } from './plan.ts'

type Need = Pick<Quotas, 'users' | 'groups' | 'usersPerGroup' | 'groupsPerUser'>

/** The name of the user that a membership means. */
export const userIn = (membership: SeedMembership): string => (typeof membership === 'string' ? membership : membership.user)

/** What a zone holds once the document is in it, as its quotas count. */
export function needOf({ given, users, groups }: PlannedZone): Need {
  const perUser = new Map<string, number>()
  let usersPerGroup = 0
  for (const { members = [] } of given.groups ?? []) {
    usersPerGroup = Math.max(usersPerGroup, members.length)
    for (const membership of members) {
      const user = folded(userIn(membership))
      perUser.set(user, (perUser.get(user) ?? 0) + 1)
    }
  }
  let groupsPerUser = 0
  for (const count of perUser.values()) groupsPerUser = Math.max(groupsPerUser, count)
  return { users: users.size, groups: groups.size, usersPerGroup, groupsPerUser }
}

/** The quotas that are given, raised to what is needed. */
export function raised(quotas: Partial<Quotas>, need: Need): Partial<Quotas> {
  return Object.fromEntries(Object.entries(quotas).map(([name, quota]) => [name, Math.max(quota, need[name as keyof Need] ?? 0)]))
}

/** Complains when users or groups are more than the zone has room for; a quota that the document gives is meant, however low it is. */
export function requireRoom(findings: Findings, zone: PlannedZone): void {
  const { given, present } = zone
  const inForce = quotasIn(present?.row.quotas ?? '{}')
  const need = needOf(zone)
  for (const name of ['users', 'groups'] as const) {
    const grows = need[name] > (present?.[name].length ?? 0)
    if (!grows || need[name] <= inForce[name] || (!present && given.quotas?.[name] !== undefined)) continue
    const wayOut = present ? 'Raise the quota there first.' : `Write a higher quota: \`quotas: { ${name}: ${need[name]} }\`.`
    findings.add(given, name, `${need[name]} ${name} are more than the zone's quota of ${inForce[name]}. ${wayOut}`)
  }
}
