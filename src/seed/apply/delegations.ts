import { organizationStream } from '../../directory/events.ts'
import { record } from '../../directory/record.ts'
import { delegateService, told } from '../../directory/services/delegate-service.ts'
import { type Delegation, delegationRow, type Scope } from '../../directory/services/delegation.ts'
import { noteUse } from '../../directory/services/note-use.ts'
import { type Service, serviceNamed } from '../../directory/services/services.ts'
import { insertDelegation } from '../../storage/tables/service-delegations.ts'
import { delegationContent } from '../content/organization-content.ts'
import { timeOf } from '../content/times.ts'
import type { SeedDelegation } from '../schema/delegation.ts'
import { type Entry, uinOf } from './account-book.ts'
import { compare } from './compare.ts'
import { placeOf, requirePlace } from './places.ts'
import { idOf, type PlannedOrganization, type Planning } from './plan.ts'
import { within } from './replayed.ts'
import type { Means, Task } from './task.ts'

type Party = Pick<Entry, 'uin'>

/** Tasks for the delegations of one organization that are missing. */
export function planDelegations(planning: Planning, planned: PlannedOrganization): Task[] {
  const { findings, book } = planning
  const given = planned.given?.services ?? []
  findings.twice(given, 'account', ({ service, account }) => `${service} ${book.keyOf(account)}`)
  const tasks: Task[] = []
  for (const delegation of given) {
    const restored = delegation.createdAt !== undefined
    const { accounts = [], nodes = [] } = delegation
    const inScope = accounts.map((account, index) => (restored ? book.findEver : book.find).call(book, accounts, index, account))
    nodes.forEach((node, index) => {
      requirePlace(planning, planned, nodes, index, node, restored)
    })
    if (delegation.scope === 'all' && accounts.length + nodes.length > 0)
      findings.add(delegation, 'scope', 'names a part too. Write `scope: part`, or leave `accounts` and `nodes` out.')
    const account = (restored ? book.findEver : book.find).call(book, delegation, 'account', delegation.account)
    if (!account || inScope.includes(undefined)) continue
    const present = planned.present?.delegations.find(
      ({ service, uin }) => service === serviceNamed({ product: delegation.service }).id && uin === account.uin,
    )
    if (!present) tasks.push(makeDelegation(planned, delegation, account, inScope as Party[]))
    else if (planned.present) {
      const { account: _, accounts: __, nodes: ___, ...content } = delegationContent(present, planned.present.tree)
      compare(findings, delegation, content)
    }
  }
  return tasks
}

function makeDelegation(planned: PlannedOrganization, given: SeedDelegation, account: Party, accounts: readonly Party[]): Task {
  const run = async (means: Means) => {
    const service = serviceNamed({ product: given.service })
    const nodes = (given.nodes ?? []).map((node) => placeOf(planned, node))
    const limited = (given.scope ?? (accounts.length + nodes.length > 0 ? 'part' : 'all')) === 'part'
    const scope: Scope = limited ? { kind: 'part', uins: accounts.map(uinOf), nodes } : { kind: 'all' }
    if (given.createdAt === undefined) await delegate(means, planned, given, service, uinOf(account), scope)
    else await restore(means, idOf(planned), given, service, uinOf(account), scope)
  }
  return { makes: 'delegation', holder: given, run }
}

async function delegate(
  { tx }: Means,
  planned: PlannedOrganization,
  given: SeedDelegation,
  service: Service,
  uin: number,
  scope: Scope,
): Promise<void> {
  const organization = idOf(planned)
  const own = within(tx, organizationStream(organization))
  await delegateService(own, { organization, managerUin: uinOf(planned.manager), service, uins: [uin], scope })
  if (given.inUse) await noteUse(own, organization, service, uin, true)
}

/** One with a time was judged then; who was in its scope may have left since. */
async function restore(
  { tx }: Means,
  organization: number,
  given: SeedDelegation,
  service: Service,
  uin: number,
  scope: Scope,
): Promise<void> {
  const createdAt = timeOf(given.createdAt) ?? tx.origin.at
  const updatedAt = timeOf(given.updatedAt) ?? createdAt
  const made: Delegation = { organization, service: service.id, uin, scope, inUse: given.inUse ?? false, createdAt, updatedAt }
  await tx.run(insertDelegation, delegationRow(made))
  record(within(tx, organizationStream(organization)), { kind: 'service_delegated', subject: String(uin), after: told(service, made) })
}
