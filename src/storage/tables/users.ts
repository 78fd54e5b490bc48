import { sql } from 'kysely'
import { insertEach } from '../insert-each.ts'
import { numbersOf, textsOf } from '../list-parameter.ts'
import type { UserRow } from '../schemas/zones.ts'
import { statement } from '../statement.ts'
import { through } from '../through-index.ts'

type Key = { zone: string; user: string }

const oneUp = sql<number>`version + 1`

export const findUser = statement((db, p: Key) => db.selectFrom('users').where('zone', '=', p.zone).where('id', '=', p.user).selectAll())

/** What users of one zone with these numbers show of themselves, in no order. */
export const usersWithNumbers = statement(
  (_db, p: { zone: string; numbers: readonly number[] }, engine) => sql<
    Pick<UserRow, 'number' | 'id' | 'name' | 'display_name' | 'description' | 'email' | 'status' | 'owner'>
  >`
      select number, id, name, display_name, description, email, status, owner from users ${through(engine, 'users_by_number')}
      where zone = ${p.zone} and number in ${numbersOf(engine, p.numbers)}`,
)

/** All of many users of one zone, in no order. */
export const wholeUsers = statement((db, p: { zone: string; users: readonly string[] }, engine) =>
  db.selectFrom('users').where('zone', '=', p.zone).where('id', 'in', textsOf(engine, p.users)).selectAll(),
)

/** Who has this name or address already; the folded forms decide. */
export const userWithName = statement((db, p: { zone: string; nameKey: string }) =>
  db.selectFrom('users').where('zone', '=', p.zone).where('name_key', '=', p.nameKey).select('id'),
)

export const userWithEmail = statement((db, p: { zone: string; emailKey: string }) =>
  db.selectFrom('users').where('zone', '=', p.zone).where('email_key', '=', p.emailKey).select('id'),
)

export const insertUser = statement((db, p: UserRow) =>
  db.insertInto('users').values({
    zone: p.zone,
    id: p.id,
    name: p.name,
    name_key: p.name_key,
    first_name: p.first_name,
    last_name: p.last_name,
    display_name: p.display_name,
    description: p.description,
    email: p.email,
    email_key: p.email_key,
    status: p.status,
    owner: p.owner,
    must_reset_password: p.must_reset_password,
    password_digest: p.password_digest,
    created_at: p.created_at,
    updated_at: p.updated_at,
    external_id: p.external_id,
    profile: p.profile,
    version: p.version,
    number: p.number,
  }),
)

const columns = {
  id: 'text',
  name: 'text',
  name_key: 'text',
  first_name: 'text',
  last_name: 'text',
  display_name: 'text',
  description: 'text',
  email: 'text',
  email_key: 'text',
  status: 'text',
  owner: 'text',
  must_reset_password: 'int',
  password_digest: 'text',
  created_at: 'int',
  updated_at: 'int',
  external_id: 'text',
  profile: 'text',
  version: 'int',
  number: 'int',
} as const

/** Many users of one zone. */
export const insertUsers = statement((_db, p: { zone: string; rows: readonly (readonly unknown[])[] }, engine) =>
  insertEach(engine, 'users', { zone: p.zone }, p.rows, columns),
)

/** Rows for `insertUsers`. */
export function userRows(users: readonly UserRow[]): unknown[][] {
  return users.map((user) => Object.keys(columns).map((name) => user[name as keyof UserRow]))
}

// What is sent is looked up one by one, each in the index of its own: SQLite keeps the order of a cross join, and would read the whole zone otherwise.

/** Which of these folded names, and which of these folded addresses, are taken. */
export const takenNames = statement(
  (_db, p: { zone: string; nameKeys: readonly string[] }, engine) => sql<{ name: string }>`
    select u.name from ${textsOf(engine, p.nameKeys)} as asked cross join users u
    where u.zone = ${p.zone} and u.name_key = asked.value`,
)

export const takenEmails = statement(
  (_db, p: { zone: string; emailKeys: readonly string[] }, engine) => sql<{ email: string }>`
    select u.email from ${textsOf(engine, p.emailKeys)} as asked cross join users u
    where u.zone = ${p.zone} and u.email_key = asked.value`,
)

export interface UserChange {
  zone: string
  user: string
  first_name: string
  last_name: string
  display_name: string
  description: string
  email: string
  email_key: string | null
  must_reset_password: number
  at: number
}

export const updateUser = statement((db, p: UserChange) =>
  db
    .updateTable('users')
    .set({
      first_name: p.first_name,
      last_name: p.last_name,
      display_name: p.display_name,
      description: p.description,
      email: p.email,
      email_key: p.email_key,
      must_reset_password: p.must_reset_password,
      updated_at: p.at,
      version: oneUp,
    })
    .where('zone', '=', p.zone)
    .where('id', '=', p.user),
)

export const setUserStatus = statement((db, p: Key & { status: string; at: number }) =>
  db.updateTable('users').set({ status: p.status, updated_at: p.at, version: oneUp }).where('zone', '=', p.zone).where('id', '=', p.user),
)

export const deleteUser = statement((db, p: Key) => db.deleteFrom('users').where('zone', '=', p.zone).where('id', '=', p.user))
