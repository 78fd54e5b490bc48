import type { TokenRecord } from '../dialects/feishu/endpoint-deps.ts'
import { idKey } from '../dialects/feishu/ids.ts'
import type { Clock } from '../directory/ports.ts'
import { findToken as find, type TokenHolder } from '../directory/tokens/find-token.ts'
import type { Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'
import { betweenCommits } from './between-commits.ts'

interface Known {
  readonly expiresAt: number
  readonly record: TokenRecord
}

/** What a token stands for, for the wire that takes it. What a commit took from it is gone with that commit. */
export function findToken(reader: Reader, vault: Vault, clock: Clock): (token: string) => Promise<TokenRecord | undefined> {
  const known = (holder: TokenHolder | undefined): Known | undefined => holder && { expiresAt: holder.expiresAt, record: recordOf(holder) }
  const look = betweenCommits(reader, (token) => {
    const holder = find(reader, vault, token)
    return holder instanceof Promise ? holder.then(known) : known(holder)
  })
  return async (token) => {
    const found = await look(token)
    if (!found) return undefined
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
