import { isDeepStrictEqual } from 'node:util'
import { accountNow } from '../../directory/accounts/find-account.ts'
import { organizationStream } from '../../directory/events.ts'
import { addMember } from '../../directory/members/add-member.ts'
import { memberNow } from '../../directory/members/find-member.ts'
import { type Member, memberRow } from '../../directory/members/member.ts'
import { record } from '../../directory/record.ts'
import { creationsSoFar, putCreationRecord } from '../../storage/tables/creation-records.ts'
import { restoreMember } from '../../storage/tables/members.ts'
import { memberContent } from '../content/member-content.ts'
import { timeOf } from '../content/times.ts'
import { shown } from '../read/finding.ts'
import type { SeedMember } from '../schema/member.ts'
import { type Entry, uinOf } from './account-book.ts'
import { compare, compareResolved } from './compare.ts'
import { pathOf, placeOf, requirePlace } from './places.ts'
import { idOf, type PlannedOrganization, type Planning } from './plan.ts'
import { givenOf, within } from './replayed.ts'
import type { Means, Task } from './task.ts'

interface Named {
  readonly account: Entry
  readonly payer: Entry | undefined
  readonly askedPayer: Entry | undefined
  /** The member that the account is already. */
  readonly present: Member | undefined
}

/** Tasks for the members of one organization that are missing. `placed` holds the accounts that the document has placed so far. */
export function planMembers(planning: Planning, planned: PlannedOrganization, placed: Map<Entry, SeedMember>): Task[] {
  const { findings, book } = planning
  const tasks: Task[] = []
  const present = new Map(planned.present?.members.map((member) => [member.uin, member]))
  const names = takenNames(planning, planned)
  for (const member of planned.given?.members ?? []) {
    requirePlace(planning, planned, member, 'node', member.node)
    const account = book.find(member, 'account', member.account)
    const payer = member.payer === undefined ? undefined : book.find(member, 'payer', member.payer)
    const askedPayer = member.askedPayer === undefined ? undefined : book.find(member, 'askedPayer', member.askedPayer)
    if (!account) continue
    if (placed.has(account))
      findings.add(member, 'account', `${account.name} is placed twice. An account belongs to one organization, and lies in one place.`)
    else if (names && !present.has(account.uin ?? 0)) requireOwnName(planning, names, member, account)
    placed.set(account, member)
    const task = planMember(planning, planned, member, { account, payer, askedPayer, present: present.get(account.uin ?? 0) })
    if (task) tasks.push(task)
  }
  return tasks
}

/**
 * Names of members that are there before the document says anything of members: no two of an organization have the same. Undefined for one that was
 * kept elsewhere: older versions let members of one name in, and what stood so is put in as it stood.
 */
function takenNames({ book }: Planning, { present, given, manager }: PlannedOrganization): Set<string> | undefined {
  if (!present && given?.id !== undefined) return undefined
  if (present) return new Set(present.members.map(({ name }) => name))
  const key = manager.uin ?? manager.name
  const isSaid = given?.members?.some(({ account }) => book.keyOf(account) === key)
  return new Set(isSaid ? [] : [manager.name])
}

function requireOwnName({ findings }: Planning, names: Set<string>, member: SeedMember, account: Entry): void {
  const name = member.name ?? account.name
  if (names.has(name))
    findings.add(
      member,
      member.name === undefined ? 'account' : 'name',
      `the organization has another member called ${shown(name)}. Give each its own \`name\`.`,
    )
  names.add(name)
}

function planMember({ findings }: Planning, planned: PlannedOrganization, member: SeedMember, named: Named): Task | undefined {
  const { account, present } = named
  if (present && planned.present) {
    const { account: _, node, payer, askedPayer, ...content } = memberContent(present, planned.present.tree)
    compare(findings, member, content)
    compareResolved(findings, member, 'payer', named.payer && (named.payer.uin ?? named.payer.name), payer)
    compareResolved(findings, member, 'askedPayer', named.askedPayer && (named.askedPayer.uin ?? named.askedPayer.name), askedPayer)
    if (member.node !== undefined && pathOf(member.node) !== present.node)
      compareResolved(findings, member, 'node', pathOf(member.node), node ?? '')
    return undefined
  }
  const elsewhere = account.known?.organization
  if (typeof elsewhere === 'number' && elsewhere !== planned.id) {
    findings.add(member, 'account', `${account.name} belongs to organization ${elsewhere}. Take it out there first.`)
    return undefined
  }
  const run = (means: Means) => (account === planned.manager ? restore(means, planned, member, named) : add(means, planned, member, named))
  return { ...(account !== planned.manager && { makes: 'member' }), holder: member, run }
}

/** What the document says of a member, with everything that it names looked up. */
function saidOf(planned: PlannedOrganization, member: SeedMember, { payer, askedPayer }: Named): Partial<Member> {
  const { name, remark, permissions, mayQuit, tags, kind, askedPermissions } = member
  const joinedAt = timeOf(member.joinedAt)
  return givenOf({
    ...{ name, remark, permissions, mayQuit, tags, kind, askedPermissions, joinedAt },
    node: placeOf(planned, member.node),
    payer: payer && uinOf(payer),
    askedPayer: askedPayer && uinOf(askedPayer),
    updatedAt: timeOf(member.updatedAt) ?? joinedAt,
  })
}

async function add({ tx }: Means, planned: PlannedOrganization, member: SeedMember, named: Named): Promise<void> {
  const organization = idOf(planned)
  const uin = uinOf(named.account)
  const { name, createdIn } = await accountNow(tx, uin)
  const kind = member.kind ?? (createdIn === organization ? 'created' : 'invited')
  const node = placeOf(planned, member.node)
  await addMember(within(tx, organizationStream(organization)), { organization, uin, name, ...saidOf(planned, member, named), node, kind })
  if (kind === 'invited' || planned.given?.creations) return
  planned.lastCreation ??= (await tx.first(creationsSoFar, { organization }))?.newest ?? 0
  planned.lastCreation++
  await tx.run(putCreationRecord, { organization, id: planned.lastCreation, uin, created_at: timeOf(member.joinedAt) ?? tx.origin.at })
}

/** The manager became a member with the organization; the document may say more of it. */
async function restore({ tx }: Means, planned: PlannedOrganization, member: SeedMember, named: Named): Promise<void> {
  const organization = idOf(planned)
  const before = await memberNow(tx, organization, uinOf(named.account))
  const after: Member = { ...before, ...saidOf(planned, member, named) }
  if (isDeepStrictEqual(before, after)) return
  await tx.run(restoreMember, memberRow(after))
  record(within(tx, organizationStream(organization)), { kind: 'member_changed', subject: String(after.uin), before, after })
}
