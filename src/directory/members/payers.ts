import type { Reader } from '../../storage/store.ts'
import { findAccount } from '../../storage/tables/accounts.ts'
import { entityAdministeredBy } from '../../storage/tables/entity-relations.ts'
import { findMember } from '../../storage/tables/members.ts'
import type { Account } from '../accounts/account.ts'
import { accountNow } from '../accounts/find-account.ts'
import type { Organization } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'
import { offerInheritance, payOnBehalf } from './permissions.ts'

/** Who is to be paid for: an account that is there, or one that is about to be made. */
export interface Payee {
  readonly uin?: number
  /** Its verified name. */
  readonly entity: string
}

/**
 * Another account may pay for one when it is the manager, or administers the company that the other is verified as.
 * Refuses with `payer_unknown`, `payer_not_a_member`, `payer_not_eligible`.
 */
export async function requirePayer(reader: Reader, organization: Organization, payer: number, payee: Payee): Promise<void> {
  if (!(await reader.first(findMember, { organization: organization.id, uin: payer }))) {
    const known = await reader.first(findAccount, { uin: payer })
    throw new Refused({ fact: known ? 'payer_not_a_member' : 'payer_unknown', payer })
  }
  const { id, managerUin } = organization
  const administers = () => reader.first(entityAdministeredBy, { organization: id, name: payee.entity, uin: payer })
  if (payer !== payee.uin && (payer === managerUin || (await administers()))) return
  throw new Refused({ fact: 'payer_not_eligible', payer, managerUin, entity: payee.entity })
}

/**
 * Money is shared within one company only: offers with the manager, costs with the payer.
 * Refuses with `member_not_verified`, `member_not_enterprise`, `payer_of_another_company`, `money_of_distributor_client`.
 */
export async function requireOneCompany(
  reader: Reader,
  organization: Organization,
  uin: number,
  permissions: readonly number[],
  payer: number | null,
): Promise<void> {
  if (!shareMoney(permissions)) return
  const member = await accountNow(reader, uin)
  if (member.verification === 'none') throw new Refused({ fact: 'member_not_verified', uin })
  if (member.verification !== 'enterprise') throw new Refused({ fact: 'member_not_enterprise', uin, verification: member.verification })
  const manager = await accountNow(reader, organization.managerUin)
  const others: Account[] = permissions.includes(offerInheritance) ? [manager] : []
  if (payer !== null) others.push(payer === manager.uin ? manager : await accountNow(reader, payer))
  const trusted = new Set([manager.entity, ...organization.facts.trustedEntities])
  const same = ({ entity }: Account) => entity === member.entity || (trusted.has(entity) && trusted.has(member.entity))
  const other = others.find((one) => !same(one))
  if (other)
    throw new Refused({ fact: 'payer_of_another_company', uin, entity: member.entity, payer: other.uin, payerEntity: other.entity })
  requireDirectCustomers(permissions, [member, ...others])
}

function shareMoney(permissions: readonly number[]): boolean {
  return permissions.includes(offerInheritance) || permissions.includes(payOnBehalf)
}

/** Who has a distributor shares neither offers nor costs, on either side. Source: 1031/52485. Refuses with `money_of_distributor_client`. */
export function requireDirectCustomers(permissions: readonly number[], accounts: readonly Account[]): void {
  if (!shareMoney(permissions)) return
  const client = accounts.find(({ kind }) => kind === 'distributor_client')
  if (client) throw new Refused({ fact: 'money_of_distributor_client', uin: client.uin })
}
