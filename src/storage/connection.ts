import type { Statement } from './statement.ts'
import type { Now } from './store.ts'

/** One connection of an engine: the statements of a transaction, in the engine's own way. */
export interface Connection {
  first<Params, Row>(statement: Statement<Params, Row>, params: Params): Now<Row | undefined>
  all<Params, Row>(statement: Statement<Params, Row>, params: Params): Now<Row[]>
  run<Params>(statement: Statement<Params, unknown>, params: Params): Now<number>
  /** Opens a transaction in which this tenant has no other writer. */
  begin(tenant: string): Now<void>
  savepoint(): Now<void>
  release(): Now<void>
  undo(): Now<void>
  commit(): Now<void>
  rollback(): Now<void>
  /** Whether this failure is the whole transaction's and no fault of the unit that met it: the batch ends, and may be tried again. */
  spoils(reason: unknown): boolean
}
