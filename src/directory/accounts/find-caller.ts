import type { Reader } from '../../storage/store.ts'
import { callerOfKey } from '../../storage/tables/access-keys.ts'
import { zoneFrom } from '../zones/zone.ts'
import { accountFrom } from './account.ts'
import type { Caller } from './caller.ts'

export interface KeyHolder {
  readonly caller: Caller
  readonly sealedSecret: string
  readonly enabled: boolean
  readonly ipAllow: readonly string[]
  readonly ipDeny: readonly string[]
}

const anywhere: readonly string[] = []
const addresses = (text: string): readonly string[] => (text === '[]' ? anywhere : (JSON.parse(text) as string[]))

type Row = NonNullable<(typeof callerOfKey)['types']>['row']

function holderFrom(row: Row, secretId: string): KeyHolder {
  const { organization, manager_uin: managerUin, zone_id: zone } = row
  const inOrganization = organization !== null && managerUin !== null
  return {
    caller: {
      account: accountFrom(row),
      secretId,
      ...(inOrganization && { organization: { id: organization, managerUin } }),
      ...(inOrganization &&
        zone !== null && {
          zone: zoneFrom({
            id: zone,
            organization,
            name: row.zone_name ?? '',
            synchronization: row.synchronization ?? 'disabled',
            quotas: row.quotas ?? '{}',
            user_count: row.user_count ?? 0,
            group_count: row.group_count ?? 0,
            users_version: row.users_version ?? 0,
            adoption: row.adoption ?? 'never',
            created_at: row.zone_created_at ?? 0,
            updated_at: row.zone_updated_at ?? 0,
          }),
        }),
    },
    sealedSecret: row.sealed_secret,
    enabled: row.key_status === 'enabled',
    ipAllow: addresses(row.ip_allow),
    ipDeny: addresses(row.ip_deny),
  }
}

/** Who signs with this key, as things stand now. Answers at once where the store does: no turn is lost on the hot path. */
export function findCaller(reader: Reader, secretId: string): KeyHolder | undefined | Promise<KeyHolder | undefined> {
  const row = reader.first(callerOfKey, { secretId })
  if (row instanceof Promise) return row.then((found) => found && holderFrom(found, secretId))
  return row && holderFrom(row, secretId)
}
