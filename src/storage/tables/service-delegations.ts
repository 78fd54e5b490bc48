import { sql } from 'kysely'
import { numbersOf } from '../list-parameter.ts'
import type { ServiceDelegationRow } from '../schemas/organizations.ts'
import { statement } from '../statement.ts'

type Key = { organization: number; service: number; uin: number }

export const findDelegation = statement((db, p: Key) =>
  db
    .selectFrom('service_delegations')
    .where('organization', '=', p.organization)
    .where('service', '=', p.service)
    .where('uin', '=', p.uin)
    .selectAll(),
)

export const countDelegates = statement((db, p: { organization: number; service: number }) =>
  db
    .selectFrom('service_delegations')
    .where('organization', '=', p.organization)
    .where('service', '=', p.service)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

/** How many administer each service; a service that nobody administers has no row. */
export const countDelegatesByService = statement((db, p: { organization: number }) =>
  db
    .selectFrom('service_delegations')
    .where('organization', '=', p.organization)
    .groupBy('service')
    .select((eb) => ['service', eb.fn.countAll<number>().as('n')]),
)

export interface DelegatePage {
  organization: number
  service: number
  limit: number
  offset: number
}

/** Who administers a service, with the name as a member: the first delegated first. */
export const delegatesOf = statement(
  (_db, p: DelegatePage) => sql<ServiceDelegationRow & { name: string }>`
    select d.*, m.name from service_delegations d
    join members m on m.organization = d.organization and m.uin = d.uin
    where d.organization = ${p.organization} and d.service = ${p.service}
    order by d.created_at, d.uin limit ${p.limit} offset ${p.offset}`,
)

export const insertDelegation = statement((db, p: ServiceDelegationRow) =>
  db.insertInto('service_delegations').values({
    organization: p.organization,
    service: p.service,
    uin: p.uin,
    scope: p.scope,
    scope_uins: p.scope_uins,
    scope_nodes: p.scope_nodes,
    in_use: p.in_use,
    created_at: p.created_at,
    updated_at: p.updated_at,
  }),
)

/** Changes what it covers, since when, and whether it is in use. */
export const updateDelegation = statement((db, p: ServiceDelegationRow) =>
  db
    .updateTable('service_delegations')
    .set({ scope: p.scope, scope_uins: p.scope_uins, scope_nodes: p.scope_nodes, in_use: p.in_use, updated_at: p.updated_at })
    .where('organization', '=', p.organization)
    .where('service', '=', p.service)
    .where('uin', '=', p.uin),
)

export const deleteDelegation = statement((db, p: Key) =>
  db.deleteFrom('service_delegations').where('organization', '=', p.organization).where('service', '=', p.service).where('uin', '=', p.uin),
)

/** Those of the listed accounts that are members, with when they joined. */
export const membersMeant = statement(
  (_db, p: { organization: number; uins: readonly number[] }, engine) => sql<{ uin: number; name: string; joined_at: number }>`
    select uin, name, joined_at from members
    where organization = ${p.organization} and uin in (select value from ${numbersOf(engine, p.uins)} as row)`,
)

/** Those of the listed departments that are there, with when they were made. */
export const nodesMeant = statement(
  (_db, p: { organization: number; nodes: readonly number[] }, engine) => sql<{ id: number; name: string; created_at: number }>`
    select id, name, created_at from nodes
    where organization = ${p.organization} and id in (select value from ${numbersOf(engine, p.nodes)} as row)`,
)
