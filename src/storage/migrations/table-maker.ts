import type { Compilable, Kysely } from 'kysely'
import type { Engine } from '../statement.ts'
import { columnTypes } from './0001-foundation.ts'

interface Columns {
  readonly texts: readonly string[]
  readonly optionalTexts?: readonly string[]
  readonly numbers: readonly string[]
  readonly optionalNumbers?: readonly string[]
  readonly key: readonly string[]
}

/** Writes a table of texts and whole numbers, in the types of an engine; what is not optional is never null. */
export function tableMaker(db: Kysely<unknown>, engine: Engine): (name: string, columns: Columns) => Compilable {
  const { text, int, end } = columnTypes(engine)
  return (name, { texts, optionalTexts = [], numbers, optionalNumbers = [], key }) => {
    let built = db.schema.createTable(name)
    for (const column of texts) built = built.addColumn(column, text, (c) => c.notNull())
    for (const column of numbers) built = built.addColumn(column, int, (c) => c.notNull())
    for (const column of optionalTexts) built = built.addColumn(column, text)
    for (const column of optionalNumbers) built = built.addColumn(column, int)
    return built.addPrimaryKeyConstraint(`${name}_key`, key as never).modifyEnd(end)
  }
}
