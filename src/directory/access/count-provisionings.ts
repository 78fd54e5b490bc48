import type { Reader } from '../../storage/store.ts'
import { countRulesOfKind } from '../../storage/tables/access-rules.ts'

/** How many users and groups of a zone are provisioned to an account, each account counted. One that is noted for a group counts once. */
export async function countProvisionings(reader: Reader, zone: string): Promise<number> {
  const counted = await reader.first(countRulesOfKind, { zone, kind: 'user_provisioning' })
  return counted?.n ?? 0
}
