import type { Caller } from '../../directory/accounts/caller.ts'
import { accountNow } from '../../directory/accounts/find-account.ts'
import { organizationStream } from '../../directory/events.ts'
import type { Quotas } from '../../directory/limits.ts'
import { adjustQuotas } from '../../directory/zones/adjust-quotas.ts'
import { changeAdoption } from '../../directory/zones/change-adoption.ts'
import { openZone } from '../../directory/zones/open-zone.ts'
import { switchSynchronization } from '../../directory/zones/switch-synchronization.ts'
import { quotasIn } from '../../directory/zones/zone.ts'
import { holdStream } from '../../storage/tables/event-streams.ts'
import { findZone, stampZone, zoneOfOrganization } from '../../storage/tables/zones.ts'
import { timeOf } from '../content/times.ts'
import { readZone, zoneContent } from '../content/zone-content.ts'
import type { SeedZone } from '../schema/zone.ts'
import { uinOf } from './account-book.ts'
import { compare } from './compare.ts'
import { planGroups } from './groups.ts'
import { needOf, raised, requireRoom } from './needs.ts'
import { idOf, type PlannedOrganization, type PlannedZone, type Planning, zoneIdOf } from './plan.ts'
import { drawing, givenOf, within } from './replayed.ts'
import type { Means, Task } from './task.ts'
import { planUsers } from './users.ts'

/** Tasks for the zones that are missing, and for what is missing in them. */
export async function planZones(planning: Planning): Promise<Task[]> {
  const { findings, book, document, organizations } = planning
  findings.twice(document.zones ?? [], 'name', ({ name }) => name)
  const tasks: Task[] = []
  const opened = new Set<PlannedOrganization>()
  for (const given of document.zones ?? []) {
    const manager = book.find(given, 'manager', given.manager)
    const organization = manager && organizations.get(manager)
    if (!organization) continue
    if (opened.has(organization))
      findings.add(given, 'manager', `the organization of ${manager.name} has another zone in this document. It has one at most.`)
    else tasks.push(...(await planZone(planning, given, organization)))
    opened.add(organization)
  }
  return tasks
}

async function planZone(planning: Planning, given: SeedZone, organization: PlannedOrganization): Promise<Task[]> {
  const { tx, findings } = planning
  const row = organization.id === undefined ? undefined : await tx.first(zoneOfOrganization, { organization: organization.id })
  if (row) await tx.run(holdStream, { tenant: row.id })
  const present = row && (await readZone(tx, row))
  if (!row && given.id !== undefined && (await tx.first(findZone, { zone: given.id }))) {
    findings.add(given, 'id', `another organization has the zone ${given.id}. Leave the id out.`)
  }
  const zone: PlannedZone = { given, organization, present, id: row?.id, users: new Map(), groups: new Map() }
  if (row) {
    const { quotas: _, ...content } = zoneContent(row)
    compare(findings, given, content)
    if (given.quotas) compare(findings, given.quotas, quotasIn(row.quotas))
  }
  const users = planUsers(planning, zone)
  const groups = planGroups(planning, zone)
  requireRoom(findings, zone)
  return row ? [...users, ...groups] : [open(zone), ...quotasBefore(zone), ...users, ...groups, finish(zone)]
}

function open(zone: PlannedZone): Task {
  const { given, organization } = zone
  const run = async ({ tx, ports }: Means) => {
    const id = idOf(organization)
    const managerUin = uinOf(organization.manager)
    const account = await accountNow(tx, managerUin)
    // One with an id was opened elsewhere, and its manager judged there and then.
    const judged = given.id === undefined ? account : { ...account, verification: 'enterprise' as const }
    const caller: Caller = { account: judged, secretId: '', organization: { id, managerUin } }
    zone.id = await openZone(
      within(tx, organizationStream(id), timeOf(given.createdAt)),
      drawing(ports, { text: given.id }),
      caller,
      given.name,
    )
  }
  return { makes: 'zone', holder: given, run }
}

/** Quotas may be below what the document holds: then it comes in first. */
function quotasBefore(zone: PlannedZone): Task[] {
  const quotas = givenOf(zone.given.quotas ?? {}) as Partial<Quotas>
  if (Object.keys(quotas).length === 0) return []
  const room = raised(quotas, needOf(zone))
  return [{ holder: zone.given, run: ({ tx }) => adjustQuotas(within(tx, zoneIdOf(zone)), zoneIdOf(zone), room) }]
}

function finish(zone: PlannedZone): Task {
  const { given } = zone
  const run = async ({ tx }: Means) => {
    const own = within(tx, zoneIdOf(zone))
    const quotas = givenOf(given.quotas ?? {}) as Partial<Quotas>
    const room = raised(quotas, needOf(zone))
    if (Object.entries(quotas).some(([name, quota]) => room[name as keyof Quotas] !== quota))
      await adjustQuotas(own, zoneIdOf(zone), quotas)
    if (given.adoption) await changeAdoption(own, zoneIdOf(zone), given.adoption)
    if (given.synchronization) await switchSynchronization(own, zoneIdOf(zone), given.synchronization)
    const at = timeOf(given.updatedAt) ?? timeOf(given.createdAt)
    if (at !== undefined) await tx.run(stampZone, { zone: zoneIdOf(zone), at })
  }
  return { holder: given, run }
}
