import { sql } from 'kysely'
import { eachOf, textsOf } from '../../list-parameter.ts'
import type { UserRow } from '../../schemas/zones.ts'
import { statement } from '../../statement.ts'
import { through } from '../../through-index.ts'

type Replacement = Omit<UserRow, 'description' | 'password_digest' | 'created_at' | 'version' | 'number'>

/** Sets all of a user that a source may say. */
export const replaceUser = statement((db, p: Replacement) =>
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

const replaced = {
  name: 'text',
  name_key: 'text',
  first_name: 'text',
  last_name: 'text',
  display_name: 'text',
  email: 'text',
  email_key: 'text',
  status: 'text',
  owner: 'text',
  must_reset_password: 'int',
  updated_at: 'int',
  external_id: 'text',
  profile: 'text',
} as const

/** The same of many users of one zone. Whoever gets what another of them has must find it set aside. */
export const replaceUsers = statement((_db, p: { zone: string; rows: readonly (readonly unknown[])[] }, engine) => {
  const set = Object.keys(replaced).map((name) => sql`${sql.ref(name)} = ${sql.ref(`given.${name}`)}`)
  return sql<never>`
      update users set ${sql.join(set)}, version = users.version + 1 from ${eachOf(engine, p.rows, { id: 'text', ...replaced })} as given
      where users.zone = ${p.zone} and users.id = given.id`
})

/** Rows for `replaceUsers`. */
export function replacementRows(users: readonly Replacement[]): unknown[][] {
  return users.map((user) => ['id', ...Object.keys(replaced)].map((name) => user[name as keyof Replacement]))
}

/**
 * Frees the names and addresses of users who are given others in the same unit of work, so that they can be exchanged among them. What stands there
 * meanwhile no name can be.
 */
export const setUsersAside = statement((db, p: { zone: string; users: readonly string[] }, engine) =>
  db
    .updateTable('users')
    .set({ name_key: sql<string>`${sql.lit('\u0001')} || id`, email_key: null })
    .where('zone', '=', p.zone)
    .where('id', 'in', textsOf(engine, p.users)),
)

/** Those with this id at their source, up to a limit, in no order; the empty id finds nobody. */
export const usersWithExternalId = statement(
  (_db, p: { zone: string; externalId: string; limit: number }, engine) => sql<UserRow>`
    select * from users ${through(engine, 'users_by_external_id')}
    where zone = ${p.zone} and external_id = ${p.externalId} and external_id <> '' limit ${p.limit}`,
)
