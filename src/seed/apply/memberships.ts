import { changeMemberships } from '../../directory/groups/change-memberships.ts'
import type { MembershipChange } from '../../directory/groups/judge-membership.ts'
import { folded } from '../../directory/users/user.ts'
import type { Submitted } from '../../storage/store.ts'
import { timeOf, timeText } from '../content/times.ts'
import { shown } from '../read/finding.ts'
import type { SeedGroup, SeedMembership } from '../schema/zone.ts'
import { compare } from './compare.ts'
import { userIn } from './needs.ts'
import { type PlannedZone, type Planning, zoneIdOf } from './plan.ts'
import { refusalWords } from './refusal-words.ts'
import { within } from './replayed.ts'
import { done, type Means, type Task } from './task.ts'

interface Missing {
  readonly group: SeedGroup
  readonly place: number
  readonly membership: SeedMembership
}

/** Tasks for the memberships of one zone that are missing: all of them are one list of changes. */
export function planMemberships(planning: Planning, zone: PlannedZone): Task[] {
  const missing = (zone.given.groups ?? []).flatMap((group) => missingIn(planning, zone, group))
  const [first] = missing
  if (!first) return []
  return [{ holder: first.group, run: (means) => join(planning, zone, missing, means) }, ...missing.map(() => done('membership'))]
}

function missingIn({ findings }: Planning, zone: PlannedZone, group: SeedGroup): Missing[] {
  const members = group.members ?? []
  const present = new Map(
    zone.present?.members.get(zone.groups.get(folded(group.name)) ?? '')?.map(({ name, joined_at }) => [folded(name), joined_at]),
  )
  const seen = new Set<string>()
  const missing: Missing[] = []
  members.forEach((membership, place) => {
    const user = folded(userIn(membership))
    const joinedAt = present.get(user)
    if (seen.has(user)) findings.add(members, place, `${shown(userIn(membership))} stands in this group already. Name each once.`)
    else if (!zone.users.has(user)) {
      const text = `the zone has no user called ${shown(userIn(membership))}. Write it under \`users\`.`
      findings.missing(members, place, text, zone.users.keys(), user)
    } else if (joinedAt === undefined) missing.push({ group, place, membership })
    else if (typeof membership === 'object') compare(findings, membership, { joinedAt: timeText(joinedAt) })
    seen.add(user)
  })
  return missing
}

async function join({ findings }: Planning, zone: PlannedZone, missing: readonly Missing[], { tx }: Means): Promise<void> {
  const list = missing.map(({ group, membership }): Submitted<MembershipChange> => {
    const joinedAt = typeof membership === 'object' ? timeOf(membership.joinedAt) : undefined
    const change: MembershipChange = {
      kind: 'add',
      group: zone.groups.get(folded(group.name)) ?? '',
      user: zone.users.get(folded(userIn(membership))) ?? '',
    }
    return { change, origin: { ...tx.origin, at: joinedAt ?? tx.origin.at } }
  })
  const outcomes = await changeMemberships.run(within(tx, zoneIdOf(zone)), zoneIdOf(zone), list)
  outcomes.forEach((outcome, index) => {
    const asked = missing[index]
    if (outcome.done || !asked) return
    throw findings.refusal(asked.group.members ?? asked.group, refusalWords(outcome.refusal), asked.place)
  })
}
