import type { Reader } from '../../storage/store.ts'
import { countAccessRules } from '../../storage/tables/access-rules.ts'
import { Refused } from '../refusals.ts'

/** A user or group that still gives access to an account may not vanish. Refuses with `role_assigned`, `user_provisioned`. */
export async function requireNoAccessLeft(reader: Reader, zone: string, principal: string): Promise<void> {
  const rules = await reader.all(countAccessRules, { zone, principal })
  const count = (kind: string): number => rules.find((rule) => rule.kind === kind)?.n ?? 0
  const assigned = count('role_assignment')
  if (assigned > 0) throw new Refused({ fact: 'role_assigned', principal, accounts: assigned })
  const provisioned = count('user_provisioning')
  if (provisioned > 0) throw new Refused({ fact: 'user_provisioned', principal, accounts: provisioned })
}
