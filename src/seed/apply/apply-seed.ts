import { accountsStream } from '../../directory/events.ts'
import type { Session } from '../../directory/session.ts'
import type { Seed } from '../read/read-seed.ts'
import type { SeedMember } from '../schema/member.ts'
import { AccountBook, type Entry } from './account-book.ts'
import { planAccounts } from './accounts.ts'
import { planCompanies } from './companies/plan-companies.ts'
import { planDelegations } from './delegations.ts'
import { requireOwnNumbers } from './given-numbers.ts'
import { planInvitations } from './invitations.ts'
import { planKeys } from './keys.ts'
import { planMailBindings, planOutlivingBindings } from './mail-bindings.ts'
import { planMembers } from './members.ts'
import { planNodes } from './nodes.ts'
import { meetOrganizations, planAdjustments, planOrganizations } from './organizations.ts'
import type { Planning } from './plan.ts'
import { planRegisters } from './registers.ts'
import { doTasks, type Task } from './task.ts'
import { planZones } from './zones.ts'

export interface SeedOptions {
  /** Accounts of the document, by name, that are this account of the directory whatever it is called there. */
  readonly bound?: ReadonlyMap<string, number>
}

/** How many of each were made, by what they are called in the singular. Empty when the directory held everything already. */
export type Made = ReadonlyMap<string, number>

/**
 * Puts into the directory what a document names and the directory lacks: everything in one transaction, or nothing. What is there already is
 * left as it is. Throws `SeedRefused` with all that is wrong, or with the first thing that the directory refuses.
 */
export function applySeed(session: Session, seed: Seed, options: SeedOptions = {}): Promise<Made> {
  return session.write(accountsStream, async (tx) => {
    // A transaction that lost against another one is tried again, with what the directory holds by then.
    const findings = seed.findings.copy()
    const book = await AccountBook.read(tx, findings)
    for (const account of seed.document.accounts ?? []) book.give(account, options.bound?.get(account.name))
    const planning: Planning = { tx, vault: session.vault, document: seed.document, findings, book, organizations: new Map() }
    const tasks = await planAll(planning)
    findings.require()
    await doTasks(tasks, { tx, ports: session.ports, vault: session.vault }, findings)
    return countOf(tasks)
  })
}

async function planAll(planning: Planning): Promise<Task[]> {
  requireOwnNumbers(planning)
  await meetOrganizations(planning)
  const { early, late } = planAccounts(planning)
  const keys = await planKeys(planning)
  const organizations = planOrganizations(planning)
  const contents = await planContents(planning)
  const outliving = await planOutlivingBindings(planning)
  const [zones, companies] = [await planZones(planning), await planCompanies(planning)]
  return [...early, ...organizations, ...late, ...keys, ...contents, ...outliving, ...zones, ...companies]
}

async function planContents(planning: Planning): Promise<Task[]> {
  const placed = new Map<Entry, SeedMember>()
  const tasks: Task[] = []
  for (const planned of planning.organizations.values()) {
    if (!planned.given) continue
    const nodes = await planNodes(planning, planned)
    const { first, last } = planAdjustments(planned, planned.nodes.size - 1)
    tasks.push(...first, ...nodes, ...last, ...planMembers(planning, planned, placed), ...planRegisters(planning, planned))
    tasks.push(...planDelegations(planning, planned), ...planMailBindings(planning, planned), ...(await planInvitations(planning, planned)))
  }
  return tasks
}

function countOf(tasks: readonly Task[]): Made {
  const made = new Map<string, number>()
  for (const { makes } of tasks) if (makes !== undefined) made.set(makes, (made.get(makes) ?? 0) + 1)
  return made
}
