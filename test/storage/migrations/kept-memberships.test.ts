import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { openWriter } from '../../../src/storage/engines/open-sqlite.ts'
import { migrationsTable, pending, settingsTable } from '../../../src/storage/migrations/run.ts'
import { passingFolder } from '../../kit/passing-folder.ts'

const before = 11

function databaseBefore(): string {
  const folder = passingFolder('rollcall-migrating-')
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'rollcall.sqlite')
  const database = new DatabaseSync(file)
  database.exec(`${migrationsTable}; ${settingsTable}`)
  for (const { id, name, statements } of pending('sqlite', 0)) {
    if (id >= before) break
    for (const sql of statements) database.exec(sql)
    database.prepare('insert into migrations values (?, ?, 0)').run(id, name)
  }
  database.exec(`
    insert into zones (id, organization, name, synchronization, quotas, user_count, group_count, users_version, created_at, updated_at)
      values ('z-1', 1, 'one', 'disabled', '{}', 2, 2, 1, 0, 0)`)
  for (const user of ['u-1', 'u-2']) {
    database.exec(`
      insert into users (zone, id, name, name_key, first_name, last_name, display_name, description, email, status, owner,
        must_reset_password, password_digest, created_at, updated_at)
      values ('z-1', '${user}', '${user}', '${user}', '', '', '', '', '', 'enabled', 'manual', 0, '', 0, 0)`)
  }
  for (const group of ['g-1', 'g-2']) {
    database.exec(`
      insert into groups (zone, id, name, name_key, description, owner, member_count, created_at, updated_at)
        values ('z-1', '${group}', '${group}', '${group}', '', 'manual', 0, 0, 0)`)
  }
  database.close()
  return file
}

test('a directory that is older keeps who is in what, in both orders, and SQLite looks nobody up for it any more', () => {
  const file = databaseBefore()
  const older = new DatabaseSync(file)
  older.exec(`insert into memberships values ('z-1', 'g-2', 'u-1', 7), ('z-1', 'g-1', 'u-2', 8), ('z-1', 'g-1', 'u-1', 9)`)
  expect(older.prepare('pragma foreign_key_list(memberships)').all()).toHaveLength(4)
  older.close()
  const { database } = openWriter(file)
  onTestFinished(() => database.close())
  const rows = (order: string, index: string) =>
    database
      .prepare(
        `select g.id as group_id, u.id as user_id, m.joined_at from memberships m ${index}
          cross join groups g on g.zone = m.zone and g.number = m.group_number
            cross join users u on u.zone = m.zone and u.number = m.user_number order by ${order}`,
      )
      .all()
      .map((row) => Object.values(row))
  const [first, second, third] = [['g-1', 'u-1', 9] as const, ['g-1', 'u-2', 8] as const, ['g-2', 'u-1', 7] as const]
  expect(rows('m.zone, group_number, user_number', '')).toEqual([first, second, third])
  expect(rows('m.zone, user_number, group_number', 'indexed by memberships_by_user')).toEqual([first, third, second])
  expect(database.prepare('pragma foreign_key_list(memberships)').all()).toEqual([])
  expect(() => database.exec(`insert into memberships values ('z-1', 1, 1, 9)`)).toThrow('UNIQUE constraint failed')
})
