import type { EventDraft } from './events.ts'
import type { Statement } from './statement.ts'
import type { Origin, RecordedEvent, Rehearsed, Tx } from './store.ts'
import { appendEvents, claimPlaces } from './tables/events.ts'
import type { Unit } from './unit.ts'

type Now<T> = T | Promise<T>

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

/** Appends what the units recorded to the streams, in a fixed order of tenants so that two writers never wait for each other. */
async function writeEvents(connection: Connection, events: RecordedEvent[]): Promise<void> {
  const streams = Map.groupBy(events, (event) => event.tenant)
  for (const tenant of [...streams.keys()].sort()) {
    const list = streams.get(tenant) as RecordedEvent[]
    const at = list.reduce((latest, { origin }) => Math.max(latest, origin.at), 0)
    const place = await connection.first(claimPlaces, { tenant, count: list.length, at })
    if (!place) throw new Error(`event stream ${tenant} gave no place`)
    const before = place.seq - list.length
    const rows = list.map(({ draft, origin }, index) => [
      before + index + 1,
      place.last_at,
      origin.actor,
      origin.account,
      origin.dialect,
      origin.operation,
      origin.requestId,
      draft.kind,
      draft.subject,
      draft.before ? JSON.stringify(draft.before) : null,
      draft.after ? JSON.stringify(draft.after) : null,
    ])
    await connection.run(appendEvents, { tenant, rows })
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

/** Writes the events and commits; when that fails, nothing was changed. */
async function finish(connection: Connection, events: RecordedEvent[]): Promise<void> {
  try {
    if (events.length > 0) await writeEvents(connection, events)
    await connection.commit()
  } catch (reason) {
    await connection.rollback()
    throw reason
  }
}

/**
 * Commits many units at once: one transaction, a savepoint each, one durable commit; every unit is answered after it.
 * When the commit itself fails, every unit of the batch fails and nothing was changed. A rehearsal comes alone, and nothing is committed.
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
