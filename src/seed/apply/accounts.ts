import { changeAccount } from '../../directory/accounts/change-account.ts'
import { createAccount } from '../../directory/accounts/create-account.ts'
import type { AccountFacts } from '../../directory/accounts/facts.ts'
import { accountsStream } from '../../directory/events.ts'
import { accountContent } from '../content/account-content.ts'
import { timeOf } from '../content/times.ts'
import type { SeedAccount } from '../schema/account.ts'
import { type Entry, uinOf } from './account-book.ts'
import { compare, compareResolved } from './compare.ts'
import { idOf, type PlannedOrganization, type Planning } from './plan.ts'
import { drawing, givenOf, within } from './replayed.ts'
import type { Means, Task } from './task.ts'

/** Uins are counted from here. */
const firstUin = 100_000_000_000

/** Tasks for the accounts that are missing: those that name no organization, and those that can be made only after theirs. */
export function planAccounts(planning: Planning): { early: Task[]; late: Task[] } {
  const { findings, book, document } = planning
  findings.twice(document.accounts ?? [], 'uin', ({ uin }) => uin)
  findings.twice(document.accounts ?? [], 'name', ({ uin, name }) => (uin === undefined ? name : undefined))
  const early: Task[] = []
  const late: Task[] = []
  for (const entry of book.ofDocument) {
    const { given, known, bound } = entry
    if (!given || bound) continue
    const maker = makerOf(planning, given)
    if ((given.verification ?? known?.verification ?? 'none') === 'none' && given.entity)
      findings.add(given, 'entity', 'an account without verification has no verified name. Write `verification`, or leave it out.')
    else if (known) compareAccount(planning, given, known, maker)
    else (typeof maker === 'object' ? late : early).push(makeAccount(entry, given, maker))
  }
  return { early, late }
}

function makerOf({ findings, book, organizations }: Planning, given: SeedAccount): PlannedOrganization | number | undefined {
  if (typeof given.createdIn !== 'string') return given.createdIn
  const manager = book.find(given, 'createdIn', given.createdIn)
  const organization = manager && organizations.get(manager)
  if (manager && !organization) {
    findings.missing(
      given,
      'createdIn',
      `${manager.name} manages no organization here. Write it under \`organizations\`, or the number of one.`,
    )
  }
  return organization
}

function compareAccount(
  { findings }: Planning,
  given: SeedAccount,
  known: NonNullable<Entry['known']>,
  maker: PlannedOrganization | number | undefined,
) {
  const { createdIn, facts, ...present } = accountContent(known)
  compare(findings, given, present)
  if (given.facts) compare(findings, given.facts, facts)
  compareResolved(findings, given, 'createdIn', typeof maker === 'object' ? (maker.id ?? 0) : maker, createdIn)
}

function makeAccount(entry: Entry, given: SeedAccount, maker: PlannedOrganization | number | undefined): Task {
  const run = async ({ tx, ports }: Means) => {
    const { name, entity, kind, facts, uin, verification = 'none' } = given
    const ids = drawing(ports, { numbers: { 11: uin === undefined ? undefined : uin - firstUin } })
    const createdIn = typeof maker === 'object' ? idOf(maker) : maker
    const account = { name, verification, ...givenOf({ entity, kind, createdIn }) }
    const made = await createAccount(within(tx, accountsStream, timeOf(given.createdAt)), ids, account)
    entry.uin = made.uin
    if (facts) await changeAccount(tx, uinOf(entry), { facts: givenOf(facts) as Partial<AccountFacts> })
  }
  return { makes: 'account', holder: given, run }
}
