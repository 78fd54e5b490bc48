import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
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

/** SQL of one engine, ready to be prepared, with the order in which parameters are bound. */
export interface Compiled {
  readonly sql: string
  readonly parameters: readonly unknown[]
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

export function statement<Params extends object, Row>(
  build: (db: Kysely<Schema>, params: Params, engine: Engine) => Compilable<Row>,
): Statement<Params, Row> {
  const cache: Partial<Record<Engine, Compiled>> = {}
  return {
    id: statements++,
    compiled(engine) {
      cache[engine] ??= build(builders[engine], slots as Params, engine).compile()
      return cache[engine]
    },
  }
}

/** The values of one execution, in order. Lists and structures travel as JSON text. */
export function bind(compiled: Compiled, params: object): (string | number | null)[] {
  const values: (string | number | null)[] = []
  for (const parameter of compiled.parameters) {
    const value = parameter instanceof Slot ? (params as Record<string, unknown>)[parameter.name] : parameter
    if (value === undefined || value === null) values.push(null)
    else if (typeof value === 'object') values.push(JSON.stringify(value))
    else values.push(value as string | number)
  }
  return values
}
