import type { FindCredential } from '../dialects/scim/endpoint-deps.ts'
import type { Clock } from '../directory/ports.ts'
import { type CredentialHolder, findCredential as find } from '../directory/synchronization/credentials/find-credential.ts'
import type { Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'
import { betweenCommits } from './between-commits.ts'

/** What a credential opens, for the wire that takes it. It expires by the clock, remembered or not. */
export function findCredential(reader: Reader, vault: Vault, clock: Clock): FindCredential {
  const look = betweenCommits(reader, (token) => find(reader, vault, token))
  const asNow = (holder: CredentialHolder | undefined) =>
    holder && { id: holder.id, expired: clock.now() >= holder.expiresAt, enabled: holder.status === 'enabled', zone: holder.zone }
  return (token) => {
    const holder = look(token)
    return holder instanceof Promise ? holder.then(asNow) : asNow(holder)
  }
}
