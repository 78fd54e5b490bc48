import type { Tx } from '../../../src/directory/session.ts'
import type { Statement } from '../../../src/storage/statement.ts'
import type { Store } from '../../../src/storage/store.ts'
import { callerOn } from '../../properties/real-directory.ts'

/** A unit of work, and the stream that it runs in. */
export interface Side<T> {
  readonly stream: string
  work(tx: Tx): Promise<T>
}

/**
 * Two units of different streams, which PostgreSQL runs at the same time. The second begins when the first has done its work; the first ends when
 * the second has read by one of these statements, or is about to write by one, which may have to wait for that end.
 */
export async function overlapping<First, Second>(
  store: Store,
  first: Side<First>,
  second: Side<Second>,
  statements: readonly Statement<unknown, unknown>[],
): Promise<[PromiseSettledResult<First>, PromiseSettledResult<Second>]> {
  const done = Promise.withResolvers<void>()
  const met = Promise.withResolvers<void>()
  const one = callerOn(store).write(first.stream, async (tx) => {
    const result = await first.work(tx)
    done.resolve()
    await met.promise
    return result
  })
  await Promise.race([done.promise, one])
  const other = callerOn(store)
    .write(second.stream, (tx) => second.work(telling(tx, statements, met.resolve)))
    .finally(met.resolve)
  return Promise.allSettled([one, other])
}

function telling(tx: Tx, statements: readonly Statement<unknown, unknown>[], tell: () => void): Tx {
  const tellOf = (statement: Statement<unknown, unknown>) => {
    if (statements.includes(statement)) tell()
  }
  return {
    origin: tx.origin,
    async first(statement, params) {
      const row = await tx.first(statement, params)
      tellOf(statement)
      return row
    },
    async all(statement, params) {
      const rows = await tx.all(statement, params)
      tellOf(statement)
      return rows
    },
    run(statement, params) {
      tellOf(statement)
      return tx.run(statement, params)
    },
    record: (event, origin) => tx.record(event, origin),
  }
}
