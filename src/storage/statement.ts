import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Schema } from './schema.ts'

/** Stands for a parameter while a statement is built. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Stands for one value of the row that a statement is run with: such a statement runs once for each row of the list in `list`. */
class RowSlot {
  readonly list: string
  readonly index: number
  constructor(list: string, index: number) {
    this.list = list
    this.index = index
  }
}

/** A value of each row of a list parameter, for statements that take their rows one by one. */
export function rowSlot(list: unknown, index: number): unknown {
  if (!(list instanceof Slot)) throw new Error('only a parameter of the statement holds rows')
  return new RowSlot(list.name, index)
}

const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) })

/** Builders that compile and never run. */
export const builders = {
  sqlite: new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  postgres: new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
}

export type Engine = keyof typeof builders

/** SQL of one engine, ready to be prepared, and how its parameters are bound. */
export interface Compiled {
  readonly sql: string
  readonly bind: Bind
  /** The list parameter whose rows the statement is run with, one after the other. */
  readonly list?: string
}

/** Written once, typed; compiled once for each engine that uses it; runs prepared. */
export interface Statement<Params, Row> {
  /** Dense and unique: engines keep what they prepared in an array. */
  readonly id: number
  compiled(engine: Engine): Compiled
  /** Never set: carries the types. */
  readonly types?: { params: Params; row: Row }
}

let statements = 0

/** A query of the builder, or SQL as it is written. */
type Built<Row> = Compilable<Row> | RawBuilder<Row>

const isWritten = <Row>(built: Built<Row>): built is RawBuilder<Row> => 'isRawBuilder' in built

export function statement<Params extends object, Row>(
  build: (db: Kysely<Schema>, params: Params, engine: Engine) => Built<Row>,
): Statement<Params, Row> {
  const cache: Partial<Record<Engine, Compiled>> = {}
  return {
    id: statements++,
    compiled(engine) {
      const known = cache[engine]
      if (known) return known
      const built = build(builders[engine], slots as Params, engine)
      const compiled = compiledFrom(isWritten(built) ? built.compile(builders[engine]) : built.compile(), engine)
      cache[engine] = compiled
      return compiled
    },
  }
}

function compiledFrom({ sql: written, parameters }: CompiledQuery, engine: Engine): Compiled {
  const sql = engine === 'sqlite' ? written.replaceAll(boundLimit, 'limit (? + 0)') : written
  const slot = parameters.find((parameter) => parameter instanceof RowSlot)
  const bind = binderOf(parameters)
  return slot ? { sql, bind, list: slot.list } : { sql, bind }
}

type Bound = string | number | null

/** SQLite looks at the value of a limit when it plans, and so plans anew for each execution, which takes longer than a short page; not at a sum's. */
const boundLimit = /\blimit \?/g

/** The values of one execution, in order. Lists and structures travel as JSON text. */
type Bind = (params: object, row?: readonly unknown[]) => Bound[]

/** Written out for each statement, since it runs for every row that a batch writes; the names are those of our own parameters. */
function binderOf(parameters: readonly unknown[]): Bind {
  const values = parameters.map((parameter, index) => {
    if (parameter instanceof Slot) return `bound(params[${JSON.stringify(parameter.name)}])`
    return parameter instanceof RowSlot ? `bound(row[${parameter.index}])` : `bound(fixed[${index}])`
  })
  const binder = new Function('bound', 'fixed', `return (params, row) => [${values.join(', ')}]`)
  return binder(bound, parameters) as Bind
}

function bound(value: unknown): Bound {
  if (value === undefined || value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number)
}
