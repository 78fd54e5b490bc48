import { accountNow } from '../../directory/accounts/find-account.ts'
import { accountsStream, organizationStream } from '../../directory/events.ts'
import { type OrganizationQuotas, organizationQuotasOf } from '../../directory/limits.ts'
import { changeOrganization } from '../../directory/organizations/change-organization.ts'
import { createOrganization } from '../../directory/organizations/create-organization.ts'
import { type OrganizationFacts, organizationFactsFrom } from '../../directory/organizations/facts.ts'
import { organizationNow } from '../../directory/organizations/find-organization.ts'
import { holdStream } from '../../storage/tables/event-streams.ts'
import { nodeAnywhere } from '../../storage/tables/nodes.ts'
import { findOrganization } from '../../storage/tables/organizations.ts'
import { readOrganization } from '../content/organization-content.ts'
import { timeOf, timeText } from '../content/times.ts'
import type { SeedOrganization } from '../schema/organization.ts'
import { type Entry, uinOf } from './account-book.ts'
import { compare } from './compare.ts'
import { idOf, type PlannedOrganization, type Planning } from './plan.ts'
import { drawing, givenOf, within } from './replayed.ts'
import type { Means, Task } from './task.ts'

/** Finds the organizations that the document means, by their managers. */
export async function meetOrganizations(planning: Planning): Promise<void> {
  const { findings, book, document, organizations } = planning
  for (const given of document.organizations ?? []) {
    const manager = book.find(given, 'manager', given.manager)
    if (!manager) continue
    if (organizations.has(manager))
      findings.add(given, 'manager', `${manager.name} manages another organization of this document. An account manages one at most.`)
    else organizations.set(manager, await meet(planning, given, manager))
  }
  for (const given of document.zones ?? []) {
    const manager = book.find(given, 'manager', given.manager)
    if (!manager || organizations.has(manager)) continue
    const met = await meet(planning, undefined, manager)
    if (met.present) organizations.set(manager, met)
    else findings.missing(given, 'manager', `${manager.name} manages no organization. Write it under \`organizations\`.`)
  }
}

async function meet(planning: Planning, given: SeedOrganization | undefined, manager: Entry): Promise<PlannedOrganization> {
  const { tx, findings } = planning
  const id = manager.known?.organization
  const row = typeof id === 'number' ? await tx.first(findOrganization, { organization: id }) : undefined
  if (row && row.manager_uin === manager.uin) {
    // Nobody changes what is compared, until the end.
    await tx.run(holdStream, { tenant: organizationStream(row.id) })
    const present = await readOrganization(tx, row)
    return { given, manager, present, id: row.id, nodes: new Map([...present.tree.byPath].map(([path, node]) => [path, node.id])) }
  }
  if (given && row)
    findings.add(given, 'manager', `${manager.name} belongs to organization ${row.id}, which it does not manage. Take it out there first.`)
  if (given?.id !== undefined && (await tx.first(findOrganization, { organization: given.id })))
    findings.add(given, 'id', `another account manages organization ${given.id}. Leave the number out.`)
  if (given?.root?.id !== undefined && (await tx.first(nodeAnywhere, { node: given.root.id })))
    findings.add(given.root, 'id', `another department has the number ${given.root.id}. Leave it out.`)
  return { given, manager, present: undefined, id: undefined, nodes: new Map([['', undefined]]) }
}

/** Tasks for the organizations that are missing. What is in them is planned elsewhere. */
export function planOrganizations({ findings, organizations }: Planning): Task[] {
  const tasks: Task[] = []
  for (const planned of organizations.values()) {
    const { given, present } = planned
    if (!given) continue
    if (!present) tasks.push(makeOrganization(planned, given))
    else {
      const { id, created_at, quotas, facts } = present.row
      compare(findings, given, { id, createdAt: timeText(created_at) })
      if (given.limits) compare(findings, given.limits, organizationQuotasOf(JSON.parse(quotas) as Partial<OrganizationQuotas>))
      if (given.facts) compare(findings, given.facts, organizationFactsFrom(facts))
    }
  }
  return tasks
}

function makeOrganization(planned: PlannedOrganization, given: SeedOrganization): Task {
  const run = async ({ tx, ports }: Means) => {
    const ids = drawing(ports, { numbers: { 7: given.root?.id, 9: given.id } })
    const manager = await accountNow(tx, uinOf(planned.manager))
    // One with a number was made elsewhere, and judged there and then: its manager may have changed since.
    const judged =
      given.id === undefined ? manager : { ...manager, verification: 'enterprise' as const, kind: 'standard' as const, createdIn: null }
    planned.id = await createOrganization(within(tx, accountsStream, timeOf(given.createdAt)), ids, judged)
    planned.nodes.set('', (await organizationNow(tx, planned.id)).rootNode)
  }
  return { makes: 'organization', holder: given, run }
}

/**
 * Tasks that set limits and facts of a new organization: the first before the departments come, the last after them, because a limit may be
 * below what is there.
 */
export function planAdjustments(planned: PlannedOrganization, departments: number): { first: Task[]; last: Task[] } {
  const { given, present } = planned
  const limits = givenOf(given?.limits ?? {}) as Partial<OrganizationQuotas>
  const facts = givenOf(given?.facts ?? {}) as Partial<OrganizationFacts>
  if (!given || present || Object.keys({ ...limits, ...facts }).length === 0) return { first: [], last: [] }
  const setting = (change: { limits: Partial<OrganizationQuotas>; facts?: Partial<OrganizationFacts> }): Task => ({
    holder: given,
    run: ({ tx }) => changeOrganization(within(tx, organizationStream(idOf(planned))), idOf(planned), change),
  })
  const room = limits.nodes === undefined ? limits : { ...limits, nodes: Math.max(limits.nodes, departments) }
  return { first: [setting({ limits: room, facts })], last: room.nodes === limits.nodes ? [] : [setting({ limits })] }
}
