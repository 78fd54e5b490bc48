import { expect, test } from 'vitest'
import { migrations } from '../../../src/storage/migrations/all.ts'
import { pending } from '../../../src/storage/migrations/run.ts'
import { type Content, contentOf } from '../../kit/content.ts'
import { onEveryEngine, type TestEngine } from '../../kit/engines.ts'
import { olderDirectory, opened } from './older-directory.ts'

type Row = Readonly<Record<string, unknown>>

/** What is not any text, since a migration reads it. */
const written: Record<string, (k: number) => string> = {
  profile: (k) => `{"phoneNumbers":[{"type":"work","value":"+86 ${k}"}]}`,
  scopes: (k) => `["scope:${k}"]`,
}

/** Columns of each table of a schema, with whether they hold texts, from the statements that make it. */
function columnsOf(engine: TestEngine['name'], schema: number): Map<string, Map<string, boolean>> {
  const tables = new Map<string, Map<string, boolean>>()
  const older = pending(engine, 0).filter(({ id }) => id <= schema)
  for (const sql of older.flatMap(({ statements }) => statements)) {
    const [, made] = /^create table "(\w+)"/.exec(sql) ?? []
    const [, altered, what] = /^alter table "(\w+)" (.*)/.exec(sql) ?? []
    const [, dropped] = /^drop table "(\w+)"/.exec(sql) ?? []
    if (made) tables.set(made, new Map(found(sql)))
    if (dropped) tables.delete(dropped)
    if (altered && what) alter(tables, altered, what)
  }
  return tables
}

const found = (sql: string) =>
  [...sql.matchAll(/"(\w+)" (text|integer|bigint)\b/g)].map(([, name, type]) => [name as string, type === 'text'] as const)

function alter(tables: Map<string, Map<string, boolean>>, table: string, what: string): void {
  const columns = tables.get(table) ?? new Map()
  const [, renamed] = /^rename to "(\w+)"/.exec(what) ?? []
  const [, dropped] = /^drop column "(\w+)"/.exec(what) ?? []
  if (renamed) {
    tables.delete(table)
    tables.set(renamed, columns)
  } else if (dropped) columns.delete(dropped)
  else for (const [name, isText] of found(what)) columns.set(name, isText)
}

/** Two rows in each table; in the first every text is `id1` and every number 1, so that each refers to the first of the others. */
function rowsOf(tables: ReturnType<typeof columnsOf>): string[] {
  return [...tables].flatMap(([table, columns]) =>
    [1, 2].map((k) => {
      const values = [...columns].map(([name, isText]) => (isText ? `'${(written[name] ?? (() => `id${k}`))(k)}'` : k))
      return `insert into "${table}" (${[...columns.keys()].map((name) => `"${name}"`).join(', ')}) values (${values.join(', ')})`
    }),
  )
}

const rows = (content: Content, table: string): Row[] => (content[table] ?? []).map((row) => JSON.parse(row))

const only = (names: Iterable<string>, row: Row) => Object.fromEntries([...names].map((name) => [name, row[name]]))

onEveryEngine('a directory of every older schema, with rows in every table', (engine) => {
  test.each(migrations.slice(0, -1).map(({ name, id }) => [name, id] as const))(
    '%s: is brought up to date, and nothing of it is lost',
    async (_, schema) => {
      const tables = columnsOf(engine.name, schema)
      const place = await olderDirectory(engine, schema, rowsOf(tables))
      const before = await contentOf(place)
      expect(Object.keys(before).sort()).toEqual([...tables.keys(), 'migrations', 'settings'].sort())
      await (await opened(place)).close()
      const after = await contentOf(place)
      expect(
        rows(after, 'migrations')
          .map(({ id }) => id)
          .sort((a, b) => Number(a) - Number(b)),
      ).toEqual(migrations.map(({ id }) => id))
      for (const [table, columns] of tables) {
        const kept = [...columns.keys()].filter((name) => name !== 'group_count' || table !== 'users')
        if (table === 'consents') continue
        if (table === 'memberships' && columns.has('group_id')) expect(rows(after, table)).toEqual([1, 2].map(numbered))
        else
          expect(
            rows(after, table).map((row) => only(kept, row)),
            table,
          ).toEqual(rows(before, table).map((row) => only(kept, row)))
      }
      expect(rows(after, 'nodes').map(({ updated_at }) => updated_at)).toEqual([1, 2])
      expect(rows(after, 'members').map(({ updated_at }) => updated_at)).toEqual([1, 2])
      const [value, granted] = [rows(after, 'listed_values'), rows(after, 'consented_scopes')]
      if (schema >= 9 && schema < 14) expect(value.map((row) => row.value)).toEqual(['+86 1', '+86 2'])
      // Lists of scopes, and those of grants before there were any, become rows.
      if (schema >= 4 && schema < 19)
        expect(granted.map(({ person, scope }) => [person, scope])).toEqual([1, 2].map((k) => [`id${k}`, `scope:${k}`]))
    },
  )
})

/** Numbers are given in each zone from 1. */
const numbered = (k: number): Row => ({ zone: `id${k}`, group_number: 1, user_number: 1, joined_at: k })
