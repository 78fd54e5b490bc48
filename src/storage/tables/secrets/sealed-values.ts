import { sql } from 'kysely'
import { eachOf } from '../../list-parameter.ts'
import { type Statement, statement } from '../../statement.ts'

export interface SealedValue {
  readonly id: string
  readonly sealed: string
}

/** The statements over one column of sealed values, in a table whose rows are known by the one text in `key`. */
export interface SealedColumn {
  /** In the order of their ids, behind `after`. */
  readonly page: Statement<{ after: string; limit: number }, SealedValue>
  /** Rows of an id and its new value. */
  readonly replace: Statement<{ rows: readonly (readonly [id: string, sealed: string])[] }, unknown>
}

export function sealedColumn(table: string, key: string, column: string): SealedColumn {
  const [from, id, sealed] = [sql.table(table), sql.ref(key), sql.ref(column)]
  return {
    page: statement(
      (_db, p: { after: string; limit: number }) =>
        sql<SealedValue>`select ${id} as id, ${sealed} as sealed from ${from}
          where ${id} > ${p.after} and ${sealed} is not null order by ${id} limit ${p.limit}`,
    ),
    replace: statement(
      (_db, p: { rows: readonly (readonly [id: string, sealed: string])[] }, engine) =>
        sql`update ${from} set ${sealed} = anew.sealed_anew
          from ${eachOf(engine, p.rows, { sealed_id: 'text', sealed_anew: 'text' })} as anew where ${id} = anew.sealed_id`,
    ),
  }
}
