import { sql } from 'kysely'
import { statement } from '../statement.ts'

export const findZone = statement((db, p: { zone: string }) => db.selectFrom('zones').where('id', '=', p.zone).selectAll())

export const zoneOfOrganization = statement((db, p: { organization: number }) =>
  db.selectFrom('zones').where('organization', '=', p.organization).selectAll(),
)

/** Gives the name to a zone; changes nothing when another zone has it. */
export const claimZoneName = statement((db, p: { name: string; zone: string }) =>
  db
    .insertInto('zone_names')
    .values({ name: p.name, zone: p.zone })
    .onConflict((conflict) => conflict.column('name').doNothing()),
)

export const freeZoneName = statement((db, p: { name: string; zone: string }) =>
  db.deleteFrom('zone_names').where('name', '=', p.name).where('zone', '=', p.zone),
)

export const insertZone = statement((db, p: { id: string; organization: number; name: string; at: number }) =>
  db.insertInto('zones').values({
    id: p.id,
    organization: p.organization,
    name: p.name,
    synchronization: 'disabled',
    quotas: '{}',
    user_count: 0,
    group_count: 0,
    users_made: 0,
    groups_made: 0,
    users_version: 0,
    adoption: 'never',
    created_at: p.at,
    updated_at: p.at,
  }),
)

export const renameZone = statement((db, p: { zone: string; name: string; at: number }) =>
  db.updateTable('zones').set({ name: p.name, updated_at: p.at }).where('id', '=', p.zone),
)

export const setSynchronization = statement((db, p: { zone: string; synchronization: string; at: number }) =>
  db.updateTable('zones').set({ synchronization: p.synchronization, updated_at: p.at }).where('id', '=', p.zone),
)

export const setQuotas = statement((db, p: { zone: string; quotas: string; at: number }) =>
  db.updateTable('zones').set({ quotas: p.quotas, updated_at: p.at }).where('id', '=', p.zone),
)

export const setAdoption = statement((db, p: { zone: string; adoption: string; at: number }) =>
  db.updateTable('zones').set({ adoption: p.adoption, updated_at: p.at }).where('id', '=', p.zone),
)

/** What is remembered of users under the version before is out of date. */
export const bumpUsersVersion = statement((db, p: { zone: string }) =>
  db.updateTable('zones').set({ users_version: sql<number>`users_version + 1` }).where('id', '=', p.zone),
)

export const countUsers = statement((db, p: { zone: string; by: number }) =>
  db
    .updateTable('zones')
    .set({ user_count: sql<number>`user_count + ${p.by}` })
    .where('id', '=', p.zone),
)

/** Counts new users, and answers the number of the last of them. */
export const countNewUsers = statement((db, p: { zone: string; count: number }) =>
  db
    .updateTable('zones')
    .set({ user_count: sql<number>`user_count + ${p.count}`, users_made: sql<number>`users_made + ${p.count}` })
    .where('id', '=', p.zone)
    .returning('users_made as last'),
)

/** The same of groups. */
export const countNewGroups = statement((db, p: { zone: string; count: number }) =>
  db
    .updateTable('zones')
    .set({ group_count: sql<number>`group_count + ${p.count}`, groups_made: sql<number>`groups_made + ${p.count}` })
    .where('id', '=', p.zone)
    .returning('groups_made as last'),
)

export const countGroups = statement((db, p: { zone: string; by: number }) =>
  db
    .updateTable('zones')
    .set({ group_count: sql<number>`group_count + ${p.by}` })
    .where('id', '=', p.zone),
)

/** When a zone was last changed. */
export const stampZone = statement((db, p: { zone: string; at: number }) =>
  db.updateTable('zones').set({ updated_at: p.at }).where('id', '=', p.zone),
)
