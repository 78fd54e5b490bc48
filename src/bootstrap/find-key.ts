import type { KeyRecord } from '../dialects/tencent/endpoint-deps.ts'
import { keyPurpose } from '../directory/accounts/create-key.ts'
import { findCaller, type KeyHolder } from '../directory/accounts/find-caller.ts'
import type { Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'

type Found = KeyRecord | undefined

/** Keys that are remembered between two commits. */
const bound = 4096

/**
 * Looks a key up with its secret opened: for the wire that checks signatures. Answers at once where the store does. Where nobody else writes,
 * a key is read once between two commits; a disabled one is out with the commit that disabled it.
 */
export function findKey(reader: Reader, vault: Vault): (secretId: string) => Found | Promise<Found> {
  const opened = (holder: KeyHolder | undefined): Found =>
    holder && {
      caller: holder.caller,
      secretKey: vault.open(holder.sealedSecret, keyPurpose(holder.caller.secretId)),
      enabled: holder.enabled,
      ipAllow: holder.ipAllow,
      ipDeny: holder.ipDeny,
    }
  const known = new Map<string, KeyRecord>()
  let commits: number | undefined
  return (secretId) => {
    if (reader.commits !== commits || known.size >= bound) known.clear()
    commits = reader.commits
    const remembered = known.get(secretId)
    if (remembered) return remembered
    const holder = findCaller(reader, secretId)
    if (holder instanceof Promise) return holder.then(opened)
    const found = opened(holder)
    if (found && commits !== undefined) known.set(secretId, found)
    return found
  }
}
