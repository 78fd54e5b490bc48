import type { KeyRecord } from '../dialects/tencent/endpoint-deps.ts'
import { keyPurpose } from '../directory/accounts/account.ts'
import { findCaller, type KeyHolder } from '../directory/accounts/find-caller.ts'
import type { Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'
import { betweenCommits } from './between-commits.ts'

type Found = KeyRecord | undefined

/** Looks a key up with its secret opened: for the wire that checks signatures. A disabled one is out with the commit that disabled it. */
export function findKey(reader: Reader, vault: Vault): (secretId: string) => Found | Promise<Found> {
  const opened = (holder: KeyHolder | undefined): Found =>
    holder && {
      caller: holder.caller,
      secretKey: vault.open(holder.sealedSecret, keyPurpose(holder.caller.secretId)),
      enabled: holder.enabled,
      ipAllow: holder.ipAllow,
      ipDeny: holder.ipDeny,
    }
  return betweenCommits(reader, (secretId) => {
    const holder = findCaller(reader, secretId)
    return holder instanceof Promise ? holder.then(opened) : opened(holder)
  })
}
