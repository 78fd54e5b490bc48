import { type RawBuilder, sql } from 'kysely'
import { type Engine, type Statement, statement } from '../statement.ts'

/** What is told at most of one that does not hold; whoever reads has one reason to look closer, and a line stays a line. */
export const mostTold = 4

/** What is true of the rows of every directory between two transactions, whatever was asked of it. */
export interface Invariant {
  /** What is looked at. */
  readonly what: string
  readonly holds: string
  /** A sentence for each thing that it does not hold of, `mostTold` of them. One statement, so that it sees one state beside who writes. */
  readonly broken: Statement<object, { broken: string }>
}

/** Written once for both engines; `broken` answers rows of one text. */
export function invariant(what: string, holds: string, broken: (engine: Engine) => RawBuilder<unknown>): Invariant {
  return {
    what,
    holds,
    broken: statement((_db, _p: object, engine) => sql<{ broken: string }>`select broken from (${broken(engine)}) as found limit ${most}`),
  }
}

const most = sql.lit(mostTold)

/** A member of a JSON text, as text. */
export function memberOf(engine: Engine, json: string, name: string): RawBuilder<string> {
  const text = sql.ref(json)
  return engine === 'sqlite' ? sql`${text} ->> ${sql.lit(name)}` : sql`cast(${text} as jsonb) ->> ${sql.lit(name)}`
}
