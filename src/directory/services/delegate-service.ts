import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { countDelegates, findDelegation, insertDelegation, updateDelegation } from '../../storage/tables/service-delegations.ts'
import { memberNow } from '../members/find-member.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { type Delegation, delegationFrom, delegationRow, type Scope } from './delegation.ts'
import { ordered, requireWithin, scopeNow } from './scope.ts'
import type { Service } from './services.ts'

export interface Delegating {
  readonly organization: number
  readonly managerUin: number
  readonly service: Service
  /** One that is named twice counts once. */
  readonly uins: readonly number[]
  readonly scope: Scope
}

/**
 * Lets members administer a service, all of them or none; who does already has the scope that is given now. Runs in the organization's stream.
 * Refuses with `service_not_delegable`, `service_takes_no_scope`, `scope_empty`, `member_not_found`, `node_not_found`,
 * `manager_needs_no_delegation`, `delegate_quota_reached`.
 */
export async function delegateService(tx: Tx, asked: Delegating): Promise<void> {
  const { organization, service } = asked
  const scope = ordered(asked.scope)
  if (!service.delegable) throw new Refused({ fact: 'service_not_delegable', service: service.product })
  if (scope.kind === 'part' && !service.limitable) throw new Refused({ fact: 'service_takes_no_scope', service: service.product })
  await requireWithin(tx, organization, scope)
  const uins = [...new Set(asked.uins)]
  let added = 0
  for (const uin of uins) {
    await memberNow(tx, organization, uin)
    if (uin === asked.managerUin) throw new Refused({ fact: 'manager_needs_no_delegation', uin })
    if (await delegateOne(tx, organization, service, uin, scope)) added++
  }
  const { n } = (await tx.first(countDelegates, { organization, service: service.id })) ?? { n: 0 }
  if (added > 0 && n > service.mostDelegates) {
    throw new Refused({ fact: 'delegate_quota_reached', service: service.product, quota: service.mostDelegates })
  }
}

/** Says whether the member is a new delegate. */
async function delegateOne(tx: Tx, organization: number, service: Service, uin: number, scope: Scope): Promise<boolean> {
  const at = tx.origin.at
  const row = await tx.first(findDelegation, { organization, service: service.id, uin })
  if (!row) {
    const made: Delegation = { organization, service: service.id, uin, scope, inUse: false, createdAt: at, updatedAt: at }
    await tx.run(insertDelegation, delegationRow(made))
    record(tx, { kind: 'service_delegated', subject: String(uin), after: told(service, made) })
    return true
  }
  const before = delegationFrom(row)
  if (isDeepStrictEqual(await scopeNow(tx, before), scope)) return false
  const after: Delegation = { ...before, scope, updatedAt: at }
  await tx.run(updateDelegation, delegationRow(after))
  record(tx, { kind: 'service_delegation_changed', subject: String(uin), before: told(service, before), after: told(service, after) })
  return false
}

/** A delegation as an event tells it. */
export function told({ product }: Service, { scope, inUse }: Delegation): object {
  return { service: product, scope, inUse }
}
