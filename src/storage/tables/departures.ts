import { sql } from 'kysely'
import { numbersOf } from '../list-parameter.ts'
import type { Schema } from '../schema.ts'
import { statement } from '../statement.ts'

interface Some {
  organization: number
  uins: readonly number[]
}

export const deleteMembers = statement((db, p: Some, engine) =>
  db.deleteFrom('members').where('organization', '=', p.organization).where('uin', 'in', numbersOf(engine, p.uins)),
)

export const disaffiliate = statement((db, p: Some, engine) =>
  db.deleteFrom('affiliations').where('organization', '=', p.organization).where('uin', 'in', numbersOf(engine, p.uins)),
)

/** What still waits for an answer ends without one. A binding that succeeded belongs to the account, whose address it is. */
export const dropOpenBindings = statement((db, p: Some, engine) =>
  db
    .updateTable('mail_bindings')
    .set({ status: 'failed', description: 'left the organization', address: null, place: null })
    .where('organization', '=', p.organization)
    .where('uin', 'in', numbersOf(engine, p.uins))
    .where('status', '=', 'valid'),
)

export const insertDeletion = statement((db, p: { organization: number; uin: number; requested_at: number; due_at: number }) =>
  db.insertInto('account_deletions').values({ organization: p.organization, uin: p.uin, requested_at: p.requested_at, due_at: p.due_at }),
)

export const dropDeletions = statement((db, p: Some, engine) =>
  db.deleteFrom('account_deletions').where('organization', '=', p.organization).where('uin', 'in', numbersOf(engine, p.uins)),
)

export const keyIdsOf = statement((db, p: { uin: number }) =>
  db.selectFrom('access_keys').where('uin', '=', p.uin).orderBy('secret_id').select('secret_id'),
)

export const deleteKeysOf = statement((db, p: { uin: number }) => db.deleteFrom('access_keys').where('uin', '=', p.uin))

export const deleteAccount = statement((db, p: { uin: number }) => db.deleteFrom('accounts').where('uin', '=', p.uin))

type Table = keyof Schema

const ofOrganization = (table: Table) =>
  statement((db, p: { organization: number }) => db.deleteFrom(table).where(sql<boolean>`organization = ${p.organization}`))

/** Rows of a table of a zone, as many as are told at most: a zone may hold a million. */
const ofZone = (table: Table, ...key: readonly string[]) =>
  statement((_db, p: { zone: string; most: number }) => {
    const columns = sql.join(key.map((column) => sql.ref(column)))
    return sql<never>`
      delete from ${sql.table(table)} where zone = ${p.zone}
        and (${columns}) in (select ${columns} from ${sql.table(table)} where zone = ${p.zone} limit ${p.most})`
  })

/** Everything that a zone holds, in the order in which it can go, piece by piece. */
export const zoneContent = [
  ofZone('memberships', 'group_number', 'user_number'),
  ofZone('access_rules', 'principal', 'kind', 'target_uin'),
  ofZone('listed_values', 'value', 'user_id'),
  ofZone('users', 'id'),
  ofZone('groups', 'id'),
  ofZone('source_credentials', 'id'),
  ofZone('bridge_links', 'bridge', 'kind', 'source_id'),
  ofZone('bridges', 'id'),
]

export const deleteZone = statement((db, p: { zone: string }) => db.deleteFrom('zones').where('id', '=', p.zone))

/** Accounts that left before live on: what they bound stays, so that nobody else binds the same address. */
const unboundMails = statement((db, p: { organization: number }) =>
  db.deleteFrom('mail_bindings').where('organization', '=', p.organization).where('status', '<>', 'success'),
)

/** Whoever belongs to an organization is one of its members: no other account is looked at. */
const affiliations = statement((db, p: { organization: number }) =>
  db
    .deleteFrom('affiliations')
    .where('uin', 'in', (inner) => inner.selectFrom('members').where('organization', '=', p.organization).select('uin'))
    .where('organization', '=', p.organization),
)

/** Everything that an organization holds beside its zone, in the order in which it can go. */
export const organizationContent = [
  unboundMails,
  affiliations,
  ...(
    [
      'account_deletions',
      'service_delegations',
      'entity_relations',
      'entity_applications',
      'creation_records',
      'invitations',
      'members',
      'nodes',
    ] as const
  ).map(ofOrganization),
]

export const deleteOrganization = statement((db, p: { organization: number }) =>
  db.deleteFrom('organizations').where('id', '=', p.organization),
)
