import { isDeepStrictEqual } from 'node:util'
import type { AccessKeyRow } from '../../storage/schema.ts'
import type { Reader, Tx } from '../../storage/store.ts'
import { findKey, keysOfAccount, deleteKey as remove, updateKey } from '../../storage/tables/access-keys.ts'
import { accountsStream } from '../events.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { accountNow } from './find-account.ts'

/** A key without its secret. Addresses are IPv4, IPv6 or CIDR; an empty `ipAllow` lets every address in. */
export interface Key {
  readonly secretId: string
  readonly uin: number
  readonly status: 'enabled' | 'disabled'
  readonly ipAllow: readonly string[]
  readonly ipDeny: readonly string[]
  readonly createdAt: number
}

function keyFrom(row: Omit<AccessKeyRow, 'sealed_secret'>): Key {
  return {
    secretId: row.secret_id,
    uin: row.uin,
    status: row.status as Key['status'],
    ipAllow: JSON.parse(row.ip_allow) as string[],
    ipDeny: JSON.parse(row.ip_deny) as string[],
    createdAt: row.created_at,
  }
}

/** Keys of one account in the order of their ids, behind `after`. Refuses with `account_not_found`. */
export async function listKeys(reader: Reader, uin: number, after: string, limit: number): Promise<Key[]> {
  await accountNow(reader, uin)
  return (await reader.all(keysOfAccount, { uin, after, limit })).map(keyFrom)
}

async function keyNow(tx: Tx, uin: number, secretId: string): Promise<Key> {
  const row = await tx.first(findKey, { secretId, uin })
  if (!row) throw new Refused({ fact: 'key_not_found', secretId })
  return keyFrom(row)
}

/** Enables or disables a key, or limits the addresses it may be used from; in force when this is answered. Refuses with `key_not_found`. */
export async function changeKey(
  tx: Tx,
  uin: number,
  secretId: string,
  changes: Partial<Pick<Key, 'status' | 'ipAllow' | 'ipDeny'>>,
): Promise<Key> {
  const before = await keyNow(tx, uin, secretId)
  const after = { ...before, ...changes }
  if (isDeepStrictEqual(before, after)) return before
  const row = { secretId, uin, status: after.status, ip_allow: JSON.stringify(after.ipAllow), ip_deny: JSON.stringify(after.ipDeny) }
  await tx.run(updateKey, row)
  record(tx, { tenant: accountsStream, kind: 'key_changed', subject: secretId, before, after })
  return after
}

/** Refuses with `key_not_found`. */
export async function deleteKey(tx: Tx, uin: number, secretId: string): Promise<void> {
  const before = await keyNow(tx, uin, secretId)
  await tx.run(remove, { uin, secretId })
  record(tx, { tenant: accountsStream, kind: 'key_deleted', subject: secretId, before })
}
