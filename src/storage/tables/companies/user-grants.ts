import type { UserGrantRow } from '../../schemas/apps.ts'
import { statement } from '../../statement.ts'

export const insertUserGrant = statement((db, p: UserGrantRow) =>
  db.insertInto('user_grants').values({
    digest: p.digest,
    kind: p.kind,
    app: p.app,
    company: p.company,
    person: p.person,
    scopes: p.scopes,
    redirect_uri: p.redirect_uri,
    challenge: p.challenge,
    challenge_method: p.challenge_method,
    used_at: p.used_at,
    granted_at: p.granted_at,
    expires_at: p.expires_at,
  }),
)

export const findUserGrant = statement((db, p: { digest: string; kind: string }) =>
  db.selectFrom('user_grants').where('digest', '=', p.digest).where('kind', '=', p.kind).selectAll(),
)

/** Changes nothing when it was used before. */
export const useUserGrant = statement((db, p: { digest: string; at: number }) =>
  db.updateTable('user_grants').set({ used_at: p.at }).where('digest', '=', p.digest).where('used_at', 'is', null),
)

export const deleteExpiredGrants = statement((db, p: { before: number }) => db.deleteFrom('user_grants').where('expires_at', '<', p.before))
