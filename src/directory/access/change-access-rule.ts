import type { Reader, Tx } from '../../storage/store.ts'
import { accessRulesOf, deleteAccessRule, insertAccessRule } from '../../storage/tables/access-rules.ts'
import { findGroup } from '../../storage/tables/groups.ts'
import { findUser } from '../../storage/tables/users.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { zoneNow } from '../zones/find-zone.ts'

/** What still gives a user or group of a zone access to an account. */
export interface AccessRule {
  readonly kind: 'role_assignment' | 'user_provisioning'
  readonly targetUin: number
}

async function requirePrincipal(reader: Reader, zone: string, principal: string): Promise<void> {
  await zoneNow(reader, zone)
  const known = (await reader.first(findUser, { zone, user: principal })) ?? (await reader.first(findGroup, { zone, group: principal }))
  if (!known) throw new Refused({ fact: 'principal_not_found', principal })
}

/** Notes that a user or group has access to an account; noting it twice changes nothing. Refuses with `zone_not_found`, `principal_not_found`. */
export async function addAccessRule(tx: Tx, zone: string, principal: string, rule: AccessRule): Promise<void> {
  await requirePrincipal(tx, zone, principal)
  const row = { zone, principal, kind: rule.kind, target_uin: rule.targetUin, created_at: tx.origin.at }
  if ((await tx.run(insertAccessRule, row)) === 1) record(tx, { kind: 'access_rule_added', subject: principal, after: rule })
}

/** Takes such a note away; one that is not there changes nothing. Refuses with `zone_not_found`, `principal_not_found`. */
export async function removeAccessRule(tx: Tx, zone: string, principal: string, rule: AccessRule): Promise<void> {
  await requirePrincipal(tx, zone, principal)
  const row = { zone, principal, kind: rule.kind, target_uin: rule.targetUin }
  if ((await tx.run(deleteAccessRule, row)) === 1) record(tx, { kind: 'access_rule_removed', subject: principal, before: rule })
}

export interface AccessRuleQuery {
  readonly zone: string
  readonly principal: string
  /** The last rule of the page before. */
  readonly after?: AccessRule
  readonly limit: number
}

/** Rules of one user or group by kind and account. Refuses with `zone_not_found`, `principal_not_found`. */
export async function listAccessRules(reader: Reader, { zone, principal, after, limit }: AccessRuleQuery): Promise<AccessRule[]> {
  await requirePrincipal(reader, zone, principal)
  const rows = await reader.all(accessRulesOf, { zone, principal, kind: after?.kind ?? '', target_uin: after?.targetUin ?? 0, limit })
  return rows.map((row) => ({ kind: row.kind as AccessRule['kind'], targetUin: row.target_uin }))
}
