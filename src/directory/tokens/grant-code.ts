import type { Tx } from '../../storage/store.ts'
import { deleteExpiredGrants, insertUserGrant } from '../../storage/tables/companies/user-grants.ts'
import { findApp, rangeOf } from '../apps/find-app.ts'
import { personNow } from '../people/find-people.ts'
import { namedPeople } from '../people/named-people.ts'
import { Refused } from '../refusals.ts'
import type { Session } from '../session.ts'
import { consent } from './consent.ts'
import { grantorState, requireGrantor } from './grantor.ts'
import { remembered } from './token.ts'

/** How long a code is good for, in ms. */
const codeLife = 5 * 60 * 1000

export interface Authorization {
  readonly company: string
  readonly app: string
  /** The id that the company gave the person. */
  readonly person: string
  /** All that the app has, when absent. */
  readonly scopes?: readonly string[]
  readonly redirectUri?: string
  readonly challenge?: string
  readonly challengeMethod?: 'S256' | 'plain'
}

export const codePurpose = 'authorization code'

/**
 * A person lets an app act for him, in addition to what he let it do before: a code that the app exchanges once. Refuses with `app_not_found`,
 * `app_not_installed`, `person_not_found`, `redirect_uri_unknown`, `app_lacks_scopes` and what `requireGrantor` refuses with.
 */
export async function grantCode(tx: Tx, session: Session, wanted: Authorization): Promise<{ code: string; expiresAt: number }> {
  const { company, redirectUri = '', challenge = '', challengeMethod = 'plain' } = wanted
  const { vault, origin } = session
  const app = await findApp(tx, wanted.app)
  if (!app) throw new Refused({ fact: 'app_not_found', app: wanted.app })
  if (!(await rangeOf(tx, company, app.id))) throw new Refused({ fact: 'app_not_installed', app: app.id, company })
  if (redirectUri !== '' && !app.redirectUris.includes(redirectUri))
    throw new Refused({ fact: 'redirect_uri_unknown', app: app.id, uri: redirectUri })
  const scopes = [...new Set(wanted.scopes ?? app.scopes)]
  const lacking = scopes.filter((scope) => !app.scopes.includes(scope))
  if (lacking.length > 0) throw new Refused({ fact: 'app_lacks_scopes', app: app.id, scopes: lacking })
  const [named] = await namedPeople(tx, company, [['code', wanted.person]])
  if (!named) throw new Refused({ fact: 'person_not_found', person: wanted.person })
  requireGrantor(grantorState(await personNow(tx, company, named.id)))
  const code = session.ports.ids.secret(40)
  const grant = {
    kind: 'code',
    app: app.id,
    company,
    person: named.id,
    redirect_uri: redirectUri,
    challenge,
    challenge_method: challengeMethod,
  }
  const expiresAt = origin.at + codeLife
  await consent(tx, grant, scopes)
  await tx.run(deleteExpiredGrants, { before: origin.at - remembered })
  await tx.run(insertUserGrant, {
    ...grant,
    digest: vault.digest(code, codePurpose),
    scopes: JSON.stringify(scopes),
    used_at: null,
    granted_at: origin.at,
    expires_at: expiresAt,
  })
  return { code, expiresAt }
}
