import type { Tx } from '../../storage/store.ts'
import { insertKey } from '../../storage/tables/access-keys.ts'
import type { Vault } from '../../storage/vault.ts'
import { accountsStream } from '../events.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { sealSecret } from '../secrets/seal-secret.ts'
import { accountNow } from './find-account.ts'

export interface NewKey {
  readonly secretId: string
  readonly secretKey: string
}

/** Makes a key of the account, or takes the given one; its secret is readable now and never again. Refuses with `account_not_found`, `key_exists`. */
export async function createKey(tx: Tx, ports: Ports, vault: Vault, uin: number, given?: NewKey): Promise<NewKey> {
  await accountNow(tx, uin)
  const key = given ?? { secretId: `AKID${ports.ids.secret(32)}`, secretKey: ports.ids.secret(32) }
  const sealed = await sealSecret(tx, vault, 'access_keys.sealed_secret', key.secretId, key.secretKey)
  const made = await tx.run(insertKey, { secret_id: key.secretId, uin, sealed_secret: sealed, created_at: tx.origin.at })
  if (made === 0) throw new Refused({ fact: 'key_exists', secretId: key.secretId })
  record(tx, { tenant: accountsStream, kind: 'key_created', subject: key.secretId, after: { account: uin } })
  return key
}
