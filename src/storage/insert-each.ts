import { type RawBuilder, sql } from 'kysely'
import { eachOf } from './list-parameter.ts'
import { type Engine, rowSlot } from './statement.ts'

/** Puts a row into a table for each row of a list parameter, whose values are named by `columns`; all of them have the texts in `fixed`. */
export function insertEach(
  engine: Engine,
  table: string,
  fixed: Readonly<Record<string, string>>,
  rows: readonly (readonly unknown[])[],
  columns: Readonly<Record<string, 'text' | 'int'>>,
): RawBuilder<never> {
  const own = Object.keys(columns)
  const ownNames = own.map((name) => sql.ref(name))
  const names = [...Object.keys(fixed).map((name) => sql.ref(name)), ...ownNames]
  const shared = Object.values(fixed)
  const into = sql`insert into ${sql.table(table)} (${sql.join(names)})`
  if (engine === 'sqlite') return sql`${into} values (${sql.join([...shared, ...own.map((_, index) => rowSlot(rows, index))])})`
  const taken = [...shared.map((value) => sql`cast(${value} as text)`), ...ownNames]
  return sql`${into} select ${sql.join(taken)} from ${eachOf(engine, rows, columns)} as added`
}
