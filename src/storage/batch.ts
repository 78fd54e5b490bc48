import { appendToStreams } from './append-to-streams.ts'
import type { Connection } from './connection.ts'
import type { EventDraft } from './events.ts'
import type { Statement } from './statement.ts'
import type { Now, Origin, RecordedEvent, Rehearsed, Tx } from './store.ts'
import type { Unit } from './unit.ts'

class UnitTx implements Tx {
  readonly events: RecordedEvent[] = []
  readonly origin: Origin
  readonly #connection: Connection
  readonly #tenant: string

  constructor(connection: Connection, unit: Unit) {
    this.#connection = connection
    this.#tenant = unit.tenant
    this.origin = unit.origin
  }

  first<Params, Row>(statement: Statement<Params, Row>, params: Params): Now<Row | undefined> {
    return this.#connection.first(statement, params)
  }

  all<Params, Row>(statement: Statement<Params, Row>, params: Params): Now<Row[]> {
    return this.#connection.all(statement, params)
  }

  run<Params>(statement: Statement<Params, unknown>, params: Params): Now<number> {
    return this.#connection.run(statement, params)
  }

  record(draft: EventDraft, origin: Origin = this.origin): void {
    this.events.push({ draft, tenant: draft.tenant ?? this.#tenant, origin })
  }
}

interface Done {
  readonly unit: Unit
  readonly result: unknown
  readonly events: RecordedEvent[]
}

/** Runs one unit in its savepoint; a failing one leaves nothing behind and is told so after the rest is committed. */
async function runUnit(connection: Connection, unit: Unit, done: Done[], failed: (() => void)[], depth = 0): Promise<void> {
  const tx = new UnitTx(connection, unit)
  await connection.savepoint()
  try {
    const result = await unit.run(tx)
    await connection.release()
    done.push({ unit, result, events: tx.events })
  } catch (reason) {
    if (connection.spoils(reason)) throw reason
    await connection.undo()
    const pieces = depth === 0 ? unit.split?.() : undefined
    if (!pieces) failed.push(() => unit.fail(reason))
    else for (const piece of pieces) await runUnit(connection, piece, done, failed, depth + 1)
  }
}

/** A unit that has the transaction for itself needs no savepoint, which would keep a copy of every page that it changes. */
async function commitAlone(connection: Connection, tenant: string, unit: Unit): Promise<() => void> {
  const tx = new UnitTx(connection, unit)
  await connection.begin(tenant)
  let result: unknown
  try {
    result = await unit.run(tx)
  } catch (reason) {
    const spoilt = connection.spoils(reason)
    await connection.rollback()
    if (spoilt) throw reason
    const pieces = unit.split?.()
    return pieces ? commitBatch(connection, tenant, pieces) : () => unit.fail(reason)
  }
  await finish(connection, tx.events)
  return () => unit.settle(result)
}

/** Runs a unit for what it would do: whatever comes of it is taken back before anybody is told. */
async function rehearse(connection: Connection, tenant: string, unit: Unit): Promise<() => void> {
  const tx = new UnitTx(connection, unit)
  await connection.begin(tenant)
  try {
    const rehearsed: Rehearsed<unknown> = { result: await unit.run(tx), events: tx.events }
    return () => unit.settle(rehearsed)
  } catch (reason) {
    if (connection.spoils(reason)) throw reason
    return () => unit.fail(reason)
  } finally {
    await connection.rollback()
  }
}

/** Writes the events and commits; when that fails, nothing was changed, or nobody knows: then with `OutcomeUnknown`. */
async function finish(connection: Connection, events: RecordedEvent[]): Promise<void> {
  try {
    if (events.length > 0) await appendToStreams(connection, events)
    await connection.commit()
  } catch (reason) {
    await connection.rollback()
    throw reason
  }
}

/**
 * Commits many units at once: one transaction, a savepoint each, one durable commit; every unit is answered after it.
 * When the commit itself fails, every unit of the batch fails with its reason. A rehearsal comes alone, and nothing is committed.
 */
export async function commitBatch(connection: Connection, tenant: string, units: readonly Unit[]): Promise<() => void> {
  const [alone] = units
  if (alone?.rehearsal) return rehearse(connection, tenant, alone)
  if (alone && units.length === 1) return commitAlone(connection, tenant, alone)
  const done: Done[] = []
  const failed: (() => void)[] = []
  await connection.begin(tenant)
  try {
    for (const unit of units) await runUnit(connection, unit, done, failed)
  } catch (reason) {
    await connection.rollback()
    throw reason
  }
  await finish(
    connection,
    done.flatMap((entry) => entry.events),
  )
  return () => {
    for (const { unit, result } of done) unit.settle(result)
    for (const tell of failed) tell()
  }
}
