import type { KeyRecord } from '../dialects/tencent/endpoint-deps.ts'
import { keyPurpose } from '../directory/accounts/create-key.ts'
import { findCaller, type KeyHolder } from '../directory/accounts/find-caller.ts'
import type { Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'

/** Looks a key up with its secret opened: for the wire that checks signatures. Answers at once where the store does. */
export function findKey(reader: Reader, vault: Vault): (secretId: string) => KeyRecord | undefined | Promise<KeyRecord | undefined> {
  const opened = (holder: KeyHolder | undefined): KeyRecord | undefined =>
    holder && {
      caller: holder.caller,
      secretKey: vault.open(holder.sealedSecret, keyPurpose(holder.caller.secretId)),
      enabled: holder.enabled,
      ipAllow: holder.ipAllow,
      ipDeny: holder.ipDeny,
    }
  return (secretId) => {
    const holder = findCaller(reader, secretId)
    return holder instanceof Promise ? holder.then(opened) : opened(holder)
  }
}
