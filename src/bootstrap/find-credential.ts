import type { FindCredential } from '../dialects/scim/endpoint-deps.ts'
import type { Clock } from '../directory/ports.ts'
import { type CredentialHolder, findCredential as find } from '../directory/synchronization/credentials/find-credential.ts'
import type { Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'

/** Credentials that are remembered between two commits. */
const bound = 4096

/**
 * What a credential opens, for the wire that takes it. Where nobody else writes, one is read once between two commits; what a commit changed
 * of it or of its zone is known with that commit.
 */
export function findCredential(reader: Reader, vault: Vault, clock: Clock): FindCredential {
  const known = new Map<string, CredentialHolder>()
  let commits: number | undefined
  return async (token) => {
    if (reader.commits !== commits || known.size >= bound) known.clear()
    commits = reader.commits
    let holder = known.get(token)
    if (!holder) {
      holder = await find(reader, vault, token)
      if (!holder) return undefined
      if (commits !== undefined && commits === reader.commits) known.set(token, holder)
    }
    const { id, status, expiresAt, zone } = holder
    return { id, expired: clock.now() >= expiresAt, enabled: status === 'enabled', zone }
  }
}
