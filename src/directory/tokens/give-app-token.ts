import type { Reader, Tx } from '../../storage/store.ts'
import { deleteExpiredTokens, insertAccessToken, lastingToken } from '../../storage/tables/companies/access-tokens.ts'
import { companyStream } from '../events.ts'
import { sealSecret } from '../secrets/seal-secret.ts'
import type { Session } from '../session.ts'
import { digestPurpose, type GivenToken, remembered, renewalMargin, type TokenKind, tokenLife, tokenPurpose } from './token.ts'

/** Whose token: of an app in a company, or (company empty) of a store app alone. */
export interface AppTokenOf {
  readonly kind: 'tenant' | 'app'
  readonly app: string
  readonly company: string
  /** Makes a token that nobody has. */
  newToken(): string
}

/** The token of an app: the one given before while it lasts half an hour more, otherwise a new one. Both hold until their own end. */
export async function giveAppToken(session: Session, wanted: AppTokenOf): Promise<GivenToken> {
  const given = await session.read((reader) => lasting(reader, session, wanted))
  return given ?? session.write(stream(wanted), (tx) => lastingOrNew(tx, session, wanted))
}

/** Another may have made one while this waited for the stream. */
async function lastingOrNew(tx: Tx, session: Session, wanted: AppTokenOf): Promise<GivenToken> {
  const given = await lasting(tx, session, wanted)
  if (given) return given
  const { kind, app, company } = wanted
  await forgetExpiredTokens(tx, session.origin.at)
  return keepToken(tx, session, { kind, app, company, person: null, scopes: [], token: wanted.newToken(), life: tokenLife })
}

/** Tokens of apps go when they are over, those of people a week later: an app that is told that one is over refreshes it. */
export async function forgetExpiredTokens(tx: Tx, at: number): Promise<void> {
  await tx.run(deleteExpiredTokens, { before: at, kept: 'user', keptBefore: at - remembered })
}

async function lasting(reader: Reader, { vault, origin }: Session, { kind, app, company }: AppTokenOf): Promise<GivenToken | undefined> {
  const row = await reader.first(lastingToken, { kind, app, company, beyond: origin.at + renewalMargin })
  return row && { token: vault.open(row.sealed, tokenPurpose(row.digest)), expires: Math.floor((row.expires_at - origin.at) / 1000) }
}

interface KeptToken {
  readonly kind: TokenKind
  readonly app: string
  readonly company: string
  readonly person: string | null
  readonly scopes: readonly string[]
  readonly token: string
  readonly life: number
}

/** Keeps a new token: what the database holds opens nothing without the master key. */
export async function keepToken(tx: Tx, { vault, origin }: Session, { token, life, scopes, ...whose }: KeptToken): Promise<GivenToken> {
  const digest = vault.digest(token, digestPurpose)
  const sealed = await sealSecret(tx, vault, 'access_tokens.sealed', digest, token)
  const row = { ...whose, digest, scopes: JSON.stringify(scopes), sealed }
  await tx.run(insertAccessToken, { ...row, expires_at: origin.at + life })
  return { token, expires: Math.floor(life / 1000) }
}

const stream = ({ company, app }: AppTokenOf): string => (company === '' ? `app-${app}` : companyStream(company))
