import type { Reader } from '../../storage/store.ts'
import { findAccount } from '../../storage/tables/accounts.ts'
import { affiliationOf } from '../../storage/tables/organizations.ts'
import { type Account, accountFrom } from '../accounts/account.ts'
import type { Organization } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'

/** An account that belongs to no organization. Refuses with `invitee_is_manager`, `invitee_not_found`, `invitee_is_member`, `invitee_elsewhere`. */
export async function freeAccount(reader: Reader, organization: Organization, uin: number): Promise<Account> {
  if (uin === organization.managerUin) throw new Refused({ fact: 'invitee_is_manager', uin })
  const row = await reader.first(findAccount, { uin })
  if (!row) throw new Refused({ fact: 'invitee_not_found', uin })
  const present = await reader.first(affiliationOf, { uin })
  if (present) throw new Refused({ fact: present.organization === organization.id ? 'invitee_is_member' : 'invitee_elsewhere', uin })
  return accountFrom(row)
}

/**
 * Whether an account may be asked to join the organization of a manager, apart from the company that it is of.
 * Refuses with `invitee_of_other_site`, `invitee_not_verified`, `invitee_not_enterprise`, `invitee_not_a_client`,
 * `invitee_of_other_distributor`, `invitee_shares_elsewhere`.
 */
export function judgeInvitee(invitee: Account, manager: Account): void {
  const { uin, verification, facts } = invitee
  if (facts.site !== manager.facts.site) throw new Refused({ fact: 'invitee_of_other_site', uin, site: facts.site })
  if (verification === 'none') throw new Refused({ fact: 'invitee_not_verified', uin })
  if (verification !== 'enterprise') throw new Refused({ fact: 'invitee_not_enterprise', uin, verification })
  judgeDistributors(invitee, manager)
  if (facts.sharesResources || facts.usesShares) throw new Refused({ fact: 'invitee_shares_elsewhere', uin })
}

function judgeDistributors(invitee: Account, manager: Account): void {
  const { uin } = invitee
  if (invitee.kind === manager.kind && (invitee.kind === 'standard' || invitee.facts.distributor === manager.facts.distributor)) return
  if (invitee.kind === 'standard') throw new Refused({ fact: 'invitee_not_a_client', uin })
  throw new Refused({ fact: 'invitee_of_other_distributor', uin })
}
