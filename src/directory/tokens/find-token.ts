import type { Reader } from '../../storage/store.ts'
import { holderOfToken, appOfToken as tokenRow } from '../../storage/tables/companies/access-tokens.ts'
import type { Vault } from '../../storage/vault.ts'
import { appPurposes } from '../apps/app.ts'
import { type Company, companyOf } from '../companies/company.ts'
import type { Range } from '../ranges/range.ts'
import type { Session } from '../session.ts'
import { type GrantorState, grantorState } from './grantor.ts'
import { digestPurpose } from './token.ts'

/** What a token of a company stands for, as things are now. */
export interface TokenHolder {
  readonly kind: 'tenant' | 'user'
  readonly expiresAt: number
  readonly app: {
    readonly id: string
    readonly kind: 'custom' | 'store'
    readonly enabled: boolean
    readonly scopes: ReadonlySet<string>
    /** IPv4 addresses and ranges from which it may call; empty = from everywhere. */
    readonly allowed: readonly string[]
  }
  readonly company: Company
  /** What the app may see there; absent where it is no longer installed. */
  readonly range: Range | undefined
  /** Keys of 16 bytes in hexadecimal, under which people's ids are written for the app and for its developer. */
  readonly idKeys: { readonly app: string; readonly developer: string }
  /** Who granted a user's token, and what; `state` says why nobody may act for him any more. */
  readonly person?: { readonly id: string; readonly state: GrantorState | undefined; readonly granted: ReadonlySet<string> }
}

/** Looks a tenant's or user's token up by its digest; undefined for one that nobody was given. Answers at once where the store does. */
export function findToken(reader: Reader, vault: Vault, token: string): TokenHolder | undefined | Promise<TokenHolder | undefined> {
  const row = reader.first(holderOfToken, { digest: vault.digest(token, digestPurpose) })
  return row instanceof Promise ? row.then((found) => holderOf(found, vault)) : holderOf(row, vault)
}

type Row = NonNullable<(typeof holderOfToken)['types']>['row']

function holderOf(row: Row | undefined, vault: Vault): TokenHolder | undefined {
  if (!row) return undefined
  return {
    kind: row.kind as TokenHolder['kind'],
    expiresAt: row.expires_at,
    app: {
      id: row.app,
      kind: row.app_kind as TokenHolder['app']['kind'],
      enabled: row.status === 'enabled',
      scopes: new Set(JSON.parse(row.scopes) as string[]),
      allowed: JSON.parse(row.ip_allow) as string[],
    },
    company: companyOf({ id: row.company, name: row.name, facts: row.facts, created_at: row.created_at }),
    range: row.range === null ? undefined : (JSON.parse(row.range) as Range),
    idKeys: {
      app: vault.open(row.sealed_id_key, appPurposes.idKey(row.app)),
      developer: vault.open(row.developer_id_key, appPurposes.developerIdKey(row.developer)),
    },
    ...(row.person !== null && {
      person: {
        id: row.person,
        state: grantorState({ resignedAt: row.resigned_at, frozen: row.frozen === 1, unjoined: row.unjoined === 1 }),
        granted: new Set(JSON.parse(row.granted) as string[]),
      },
    }),
  }
}

/** The store app that an app token stands for; undefined for one that nobody was given, and for one that is over. */
export async function appOfAppToken(reader: Reader, { vault, origin }: Session, token: string): Promise<string | undefined> {
  const row = await reader.first(tokenRow, { digest: vault.digest(token, digestPurpose) })
  return row?.kind === 'app' && origin.at < row.expires_at ? row.app : undefined
}
