import { sql } from 'kysely'
import { numbersOf } from '../list-parameter.ts'
import { statement } from '../statement.ts'

interface Some {
  organization: number
  uins: readonly number[]
}

/** Those of the named accounts that are members, with what is true of each as an account. */
export const standingsOf = statement((db, p: Some, engine) =>
  db
    .selectFrom('members as m')
    .innerJoin('accounts as a', 'a.uin', 'm.uin')
    .where('m.organization', '=', p.organization)
    .where('m.uin', 'in', numbersOf(engine, p.uins))
    .select([
      'm.uin',
      'm.name',
      'm.node',
      'm.kind',
      'm.may_quit',
      'm.payer',
      'm.permissions',
      'm.asked_permissions',
      'm.asked_payer',
      'a.facts',
    ]),
)

/** The services that the named accounts administer, and which of them are in use there. */
export const servicesOf = statement((db, p: Some, engine) =>
  db
    .selectFrom('service_delegations')
    .where('organization', '=', p.organization)
    .where('uin', 'in', numbersOf(engine, p.uins))
    .orderBy('service')
    .select(['uin', 'service', 'in_use']),
)

/** For how many members each of the named accounts pays, and one of them. */
export const payeesOf = statement((db, p: Some, engine) =>
  db
    .selectFrom('members')
    .where('organization', '=', p.organization)
    .where('payer', 'in', numbersOf(engine, p.uins))
    .groupBy('payer')
    .select((eb) => ['payer', eb.fn.countAll<number>().as('payees'), eb.fn.min<number>('uin').as('one')]),
)

/** Members that one of the named accounts is to pay for once they consent. */
export const askedToBePaidFor = statement((db, p: Some, engine) =>
  db.selectFrom('members').where('organization', '=', p.organization).where('asked_payer', 'in', numbersOf(engine, p.uins)).selectAll(),
)

/** The companies that the named accounts administer. */
export const entitiesOf = statement((db, p: Some, engine) =>
  db
    .selectFrom('entity_relations')
    .where('organization', '=', p.organization)
    .where('manager_uin', 'in', numbersOf(engine, p.uins))
    .orderBy('id')
    .select(['manager_uin', 'id', 'name']),
)

/** How many rules of the organization's zone give access to each of the named accounts, by kind, and one that they are for. */
export const accessTo = statement((db, p: Some, engine) =>
  db
    .selectFrom('zones as z')
    .innerJoin('access_rules as r', 'r.zone', 'z.id')
    .where('z.organization', '=', p.organization)
    .where('r.target_uin', 'in', numbersOf(engine, p.uins))
    .groupBy(['r.target_uin', 'r.kind', 'r.zone'])
    .select((eb) => ['r.target_uin', 'r.kind', 'r.zone', eb.fn.countAll<number>().as('rules'), eb.fn.min<string>('r.principal').as('one')]),
)

/** Deletions of the named accounts that are asked for and not finished. */
export const pendingDeletions = statement((db, p: Some, engine) =>
  db
    .selectFrom('account_deletions')
    .where('organization', '=', p.organization)
    .where('uin', 'in', numbersOf(engine, p.uins))
    .select(['uin', 'due_at']),
)

/** Deletions whose time has come, the longest due first, behind one. */
export const dueDeletions = statement(
  (db, p: { at: number; afterDue: number; afterOrganization: number; afterUin: number; limit: number }) =>
    db
      .selectFrom('account_deletions')
      .where('due_at', '<=', p.at)
      .where(sql<boolean>`(due_at, organization, uin) > (${p.afterDue}, ${p.afterOrganization}, ${p.afterUin})`)
      .orderBy('due_at')
      .orderBy('organization')
      .orderBy('uin')
      .limit(p.limit)
      .select(['organization', 'uin', 'due_at']),
)

/** What of an organization's members bars its deletion: how many there are, and one that another pays for. */
export const membersLeft = statement(
  (_db, p: { organization: number }) => sql<{ members: number; payee: number | null }>`
    select count(*) as members, min(case when payer is not null then uin end) as payee
    from members where organization = ${p.organization}`,
)
