import { sql } from 'kysely'
import type { UserRow } from '../../schemas/zones.ts'
import { statement } from '../../statement.ts'
import { through } from '../../through-index.ts'

/** Sets all of a user that a source may say. */
export const replaceUser = statement((db, p: Omit<UserRow, 'description' | 'password_digest' | 'created_at' | 'version'>) =>
  db
    .updateTable('users')
    .set({
      name: p.name,
      name_key: p.name_key,
      first_name: p.first_name,
      last_name: p.last_name,
      display_name: p.display_name,
      email: p.email,
      email_key: p.email_key,
      status: p.status,
      owner: p.owner,
      must_reset_password: p.must_reset_password,
      updated_at: p.updated_at,
      external_id: p.external_id,
      profile: p.profile,
      version: sql<number>`version + 1`,
    })
    .where('zone', '=', p.zone)
    .where('id', '=', p.id),
)

/** Those with this id at their source, up to a limit, in no order; the empty id finds nobody. */
export const usersWithExternalId = statement((_db, p: { zone: string; externalId: string; limit: number }, engine) => ({
  compile: () =>
    sql<UserRow>`
      select * from users ${through(engine, 'users_by_external_id')}
      where zone = ${p.zone} and external_id = ${p.externalId} and external_id <> '' limit ${p.limit}`.compile(_db),
}))
