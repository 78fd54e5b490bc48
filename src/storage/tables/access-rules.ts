import { sql } from 'kysely'
import { statement } from '../statement.ts'

/** How many accounts a user or group still has access to, by kind of rule. */
export const countAccessRules = statement((db, p: { zone: string; principal: string }) =>
  db
    .selectFrom('access_rules')
    .where('zone', '=', p.zone)
    .where('principal', '=', p.principal)
    .groupBy('kind')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('n')]),
)

/** How many rules of one kind there are in a zone. */
export const countRulesOfKind = statement((db, p: { zone: string; kind: string }) =>
  db
    .selectFrom('access_rules')
    .where('zone', '=', p.zone)
    .where('kind', '=', p.kind)
    .select((eb) => eb.fn.countAll<number>().as('n')),
)

export const insertAccessRule = statement(
  (db, p: { zone: string; principal: string; kind: string; target_uin: number; created_at: number }) =>
    db
      .insertInto('access_rules')
      .values({ zone: p.zone, principal: p.principal, kind: p.kind, target_uin: p.target_uin, created_at: p.created_at })
      .onConflict((conflict) => conflict.columns(['zone', 'principal', 'kind', 'target_uin']).doNothing()),
)

export const deleteAccessRule = statement((db, p: { zone: string; principal: string; kind: string; target_uin: number }) =>
  db
    .deleteFrom('access_rules')
    .where('zone', '=', p.zone)
    .where('principal', '=', p.principal)
    .where('kind', '=', p.kind)
    .where('target_uin', '=', p.target_uin),
)

/** Rules of one user or group by kind and account, behind the given ones. */
export const accessRulesOf = statement((db, p: { zone: string; principal: string; kind: string; target_uin: number; limit: number }) =>
  db
    .selectFrom('access_rules')
    .where('zone', '=', p.zone)
    .where('principal', '=', p.principal)
    .where(sql<boolean>`(kind, target_uin) > (${p.kind}, ${p.target_uin})`)
    .orderBy('kind')
    .orderBy('target_uin')
    .limit(p.limit)
    .selectAll(),
)
