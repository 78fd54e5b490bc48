import { hash } from 'node:crypto'
import type { UserGrantRow } from '../../storage/schemas/apps.ts'
import type { Tx } from '../../storage/store.ts'
import { findUserGrant, insertUserGrant, useUserGrant } from '../../storage/tables/companies/user-grants.ts'
import { findApp, rangeOf } from '../apps/find-app.ts'
import { companyStream } from '../events.ts'
import { personNow } from '../people/find-people.ts'
import type { Person } from '../people/person.ts'
import { Refused } from '../refusals.ts'
import { sameText } from '../secrets/same-text.ts'
import type { Session } from '../session.ts'
import { consented } from './consent.ts'
import { findToken, type TokenHolder } from './find-token.ts'
import { forgetExpiredTokens, keepToken } from './give-app-token.ts'
import { codePurpose } from './grant-code.ts'
import { grantorState, requireGrantor } from './grantor.ts'
import { type GivenToken, tokenLife } from './token.ts'

/** A chain of refreshed tokens ends so long after the person agreed, in ms. */
const grantLife = 365 * 24 * 60 * 60 * 1000

const refreshPurpose = 'refresh token'

export interface Redemption {
  readonly kind: 'code' | 'refresh'
  readonly token: string
  /** Who redeems it. */
  readonly app: string
  /** What the code's challenge is proven with. */
  readonly verifier?: string
  /** Whether a verifier is refused that proves nothing, since the code was asked for without a challenge. */
  readonly strictProof?: boolean
  readonly redirectUri?: string
  /** Only these of what was granted. */
  readonly scopes?: readonly string[]
  /** How long a new refresh token is good for, in ms; undefined when these scopes bring none. */
  refreshLife(scopes: readonly string[]): number | undefined
  newAccessToken(): string
  newRefreshToken(): string
}

export interface Redeemed {
  readonly access: GivenToken
  readonly refresh?: GivenToken
  readonly scopes: readonly string[]
  readonly person: Person
  readonly holder: TokenHolder
}

/** Exchanges a code or a refresh token, which is good for one use, for an access token of the person. Refuses with what `GrantRefusal` names. */
export async function redeemGrant(session: Session, wanted: Redemption): Promise<Redeemed> {
  const digest = session.vault.digest(wanted.token, wanted.kind === 'code' ? codePurpose : refreshPurpose)
  const grant = await session.read(async (reader) => reader.first(findUserGrant, { digest, kind: wanted.kind }))
  if (!grant) throw new Refused({ fact: wanted.kind === 'code' ? 'code_unknown' : 'refresh_token_unknown' })
  return session.write(companyStream(grant.company), (tx) => redeem(tx, session, grant, wanted))
}

async function redeem(tx: Tx, session: Session, grant: UserGrantRow, wanted: Redemption): Promise<Redeemed> {
  const { at } = session.origin
  if (grant.app !== wanted.app) throw new Refused({ fact: 'grant_of_another_app', app: wanted.app })
  requireFresh(grant, at)
  requireProof(grant, wanted)
  const granted = await grantedOf(tx, grant)
  const scopes = narrowed(granted, wanted.scopes)
  const person = await personNow(tx, grant.company, grant.person)
  requireGrantor(grantorState(person))
  if ((await tx.run(useUserGrant, { digest: grant.digest, at })) === 0) throw usedUp(grant)
  await forgetExpiredTokens(tx, at)
  const whose = { app: grant.app, company: grant.company, person: grant.person }
  const access = await keepToken(tx, session, { ...whose, kind: 'user', scopes, token: wanted.newAccessToken(), life: tokenLife })
  const holder = await findToken(tx, session.vault, access.token)
  if (!holder) throw new Error('the token that was just kept is not found')
  const refresh = await keepRefreshToken(tx, session, grant, wanted.refreshLife(granted), wanted)
  return { access, scopes, person, holder, ...(refresh && { refresh }) }
}

/** Used before it was too old counts as used. */
function requireFresh(grant: UserGrantRow, at: number): void {
  if (grant.used_at !== null) throw usedUp(grant)
  if (at >= grant.expires_at) throw new Refused({ fact: grant.kind === 'code' ? 'code_expired' : 'refresh_token_expired' })
}

function usedUp({ kind }: UserGrantRow): Refused {
  return new Refused({ fact: kind === 'code' ? 'code_used' : 'refresh_token_used' })
}

/** PKCE: whoever redeems the code is who asked for it. Source: RFC 7636, 4.6. */
function requireProof(grant: UserGrantRow, { kind, verifier, redirectUri, strictProof = false }: Redemption): void {
  if (redirectUri !== undefined && redirectUri !== grant.redirect_uri) throw new Refused({ fact: 'redirect_uri_differs', uri: redirectUri })
  const unasked = grant.challenge === ''
  if (unasked && strictProof && kind === 'code' && verifier !== undefined) throw new Refused({ fact: 'verifier_without_challenge' })
  if (unasked) return
  const shown = grant.challenge_method === 'S256' ? hash('sha256', verifier ?? '', 'base64url') : (verifier ?? '')
  if (!sameText(grant.challenge, shown)) throw new Refused({ fact: 'verifier_wrong' })
}

/** What was ever granted and the app still has. */
async function grantedOf(tx: Tx, grant: UserGrantRow): Promise<string[]> {
  const { app: id, company } = grant
  const app = await findApp(tx, id)
  if (!app || !(await rangeOf(tx, company, id))) throw new Refused({ fact: 'app_not_installed', app: id, company })
  const ever = new Set([...(await consented(tx, grant)), ...(JSON.parse(grant.scopes) as string[])])
  return [...ever].filter((scope) => app.scopes.includes(scope))
}

/** Of what was granted, what was asked for. */
function narrowed(granted: readonly string[], wanted: readonly string[] | undefined): readonly string[] {
  if (!wanted) return granted
  const doubled = wanted.filter((scope, index) => wanted.indexOf(scope) !== index)
  if (doubled.length > 0) throw new Refused({ fact: 'scopes_doubled', scopes: doubled })
  const foreign = wanted.filter((scope) => !granted.includes(scope))
  if (foreign.length > 0) throw new Refused({ fact: 'scopes_not_granted', scopes: foreign })
  return wanted
}

/** It carries all that was granted: narrowing one access token narrows no later one. */
async function keepRefreshToken(
  tx: Tx,
  session: Session,
  grant: UserGrantRow,
  life: number | undefined,
  wanted: Redemption,
): Promise<GivenToken | undefined> {
  const { at } = session.origin
  if (life === undefined) return undefined
  const token = wanted.newRefreshToken()
  const expiresAt = Math.min(at + life, grant.granted_at + grantLife)
  const digest = session.vault.digest(token, refreshPurpose)
  const fresh = { digest, kind: 'refresh', used_at: null, expires_at: expiresAt, redirect_uri: '', challenge: '', challenge_method: '' }
  await tx.run(insertUserGrant, { ...grant, ...fresh })
  return { token, expires: Math.floor((expiresAt - at) / 1000) }
}
