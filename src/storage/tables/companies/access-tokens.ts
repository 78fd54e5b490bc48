import type { AccessTokenRow } from '../../schemas/apps.ts'
import { statement } from '../../statement.ts'

export const insertAccessToken = statement((db, p: AccessTokenRow) =>
  db.insertInto('access_tokens').values({
    digest: p.digest,
    kind: p.kind,
    app: p.app,
    company: p.company,
    person: p.person,
    scopes: p.scopes,
    sealed: p.sealed,
    expires_at: p.expires_at,
  }),
)

/** The token of an app that lasts longest, if one lasts beyond `beyond`. */
export const lastingToken = statement((db, p: { app: string; company: string; kind: string; beyond: number }) =>
  db
    .selectFrom('access_tokens')
    .where('app', '=', p.app)
    .where('company', '=', p.company)
    .where('kind', '=', p.kind)
    .where('expires_at', '>=', p.beyond)
    .orderBy('expires_at', 'desc')
    .limit(1)
    .select(['digest', 'sealed', 'expires_at']),
)

/** Tokens of a kind go later than the others: those that must still be told apart from ones that nobody was given. */
export const deleteExpiredTokens = statement((db, p: { before: number; kept: string; keptBefore: number }) =>
  db
    .deleteFrom('access_tokens')
    .where('expires_at', '<', p.before)
    .where((where) => where.or([where('kind', '!=', p.kept), where('expires_at', '<', p.keptBefore)])),
)

/** What an app token of a store app stands for; it belongs to no company. */
export const appOfToken = statement((db, p: { digest: string }) =>
  db.selectFrom('access_tokens').where('digest', '=', p.digest).select(['kind', 'app', 'company', 'expires_at']),
)

/** All that a request needs to know of its token: whose it is, what that app may, and in which company. */
export const holderOfToken = statement((db, p: { digest: string }) =>
  db
    .selectFrom('access_tokens as t')
    .innerJoin('apps as a', 'a.id', 't.app')
    .innerJoin('companies as c', 'c.id', 't.company')
    .innerJoin('developers as d', 'd.id', 'a.developer')
    .leftJoin('installations as i', (join) => join.onRef('i.company', '=', 't.company').onRef('i.app', '=', 't.app'))
    .leftJoin('people as p', (join) => join.onRef('p.company', '=', 't.company').onRef('p.id', '=', 't.person'))
    .where('t.digest', '=', p.digest)
    .select(['t.kind', 't.person', 't.scopes as granted', 't.expires_at'])
    .select(['a.id as app', 'a.kind as app_kind', 'a.status', 'a.scopes', 'a.ip_allow', 'a.sealed_id_key', 'a.developer'])
    .select(['c.id as company', 'c.name', 'c.facts', 'c.created_at', 'd.sealed_id_key as developer_id_key', 'i.range'])
    .select(['p.resigned_at', 'p.frozen', 'p.unjoined']),
)
