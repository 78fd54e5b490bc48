import type { TokenRecord } from '../dialects/feishu/endpoint-deps.ts'
import { idKey } from '../dialects/feishu/ids.ts'
import type { Clock } from '../directory/ports.ts'
import { findToken as find, type TokenHolder } from '../directory/tokens/find-token.ts'
import type { Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'

/** Tokens that are remembered between two commits. */
const bound = 4096

interface Known {
  readonly expiresAt: number
  readonly record: TokenRecord
}

/**
 * What a token stands for, for the wire that takes it. Where nobody else writes, a token is read once between two commits; what a commit took
 * from it is gone with that commit.
 */
export function findToken(reader: Reader, vault: Vault, clock: Clock): (token: string) => Promise<TokenRecord | undefined> {
  const known = new Map<string, Known>()
  let commits: number | undefined
  return async (token) => {
    if (reader.commits !== commits || known.size >= bound) known.clear()
    commits = reader.commits
    let found = known.get(token)
    if (!found) {
      const holder = await find(reader, vault, token)
      if (!holder) return undefined
      found = { expiresAt: holder.expiresAt, record: recordOf(holder) }
      if (commits !== undefined && commits === reader.commits) known.set(token, found)
    }
    return clock.now() < found.expiresAt ? found.record : { ...found.record, expired: true }
  }
}

function recordOf({ kind, app, company, range, idKeys, person }: TokenHolder): TokenRecord {
  return {
    kind,
    expired: false,
    app,
    company,
    range,
    idKeys: { open: idKey(idKeys.app), union: idKey(idKeys.developer) },
    ...(person && { person: person.id, personGone: person.state !== undefined, granted: person.granted }),
  }
}
