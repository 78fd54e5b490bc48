import type { ListCommand, Origin, Submitted, Tx } from './store.ts'

/** What one savepoint holds: a whole write, or a list of changes to one command. */
export interface Unit {
  readonly tenant: string
  readonly origin: Origin
  /** It has a transaction for itself that is taken back, and is settled with what it did: a `Rehearsed`. */
  readonly rehearsal: boolean
  /** Of a list command, which changes nothing that is remembered between two commits. */
  readonly listed: boolean
  run(tx: Tx): Promise<unknown>
  settle(result: unknown): void
  fail(reason: unknown): void
  /** The same work as smaller units, to be run when the whole fails; a unit of one piece has none. */
  split?(): Unit[]
}

/** A call that waits for its turn. */
export type Waiting = WaitingWrite | WaitingChange

interface Promised {
  readonly tenant: string
  readonly origin: Origin
  resolve(result: unknown): void
  reject(reason: unknown): void
}

export interface WaitingWrite extends Promised {
  readonly rehearsal: boolean
  readonly work: (tx: Tx) => Promise<unknown>
}

export interface WaitingChange extends Promised {
  readonly command: ListCommand<unknown, unknown>
  readonly change: unknown
}

function writeUnit(call: WaitingWrite): Unit {
  const { tenant, origin, rehearsal, work, resolve, reject } = call
  return { tenant, origin, rehearsal, listed: false, run: work, settle: resolve, fail: reject }
}

/** Whether a call is a rehearsal, which shares its transaction with nobody. */
export function isRehearsal(call: Waiting): boolean {
  return 'rehearsal' in call && call.rehearsal
}

function listUnit(command: ListCommand<unknown, unknown>, calls: WaitingChange[]): Unit {
  const [first] = calls as [WaitingChange]
  const list: Submitted<unknown>[] = calls.map(({ change, origin }) => ({ change, origin }))
  return {
    tenant: first.tenant,
    origin: first.origin,
    rehearsal: false,
    listed: true,
    run: (tx) => command.run(tx, first.tenant, list),
    settle: (outcomes) => {
      calls.forEach((call, index) => {
        call.resolve((outcomes as unknown[])[index])
      })
    },
    fail: (reason) => {
      for (const call of calls) call.reject(reason)
    },
    ...(calls.length > 1 && { split: () => calls.map((call) => listUnit(command, [call])) }),
  }
}

/**
 * Turns waiting calls into units: writes keep their own, changes to one command and tenant become one list.
 * A second change with the same key opens the next list, so it sees what the first one did.
 */
export function unitsOf(waiting: readonly Waiting[]): Unit[] {
  const units: Unit[] = []
  const lists = new Map<string, { keys: Set<string>; calls: WaitingChange[] }[]>()
  for (const call of waiting) {
    if (!('command' in call)) {
      units.push(writeUnit(call))
      continue
    }
    const kind = `${call.command.name} ${call.tenant}`
    const key = call.command.key(call.change)
    const open = lists.get(kind) ?? []
    lists.set(kind, open)
    const list = open.find(({ keys }) => !keys.has(key))
    if (list) {
      list.keys.add(key)
      list.calls.push(call)
    } else open.push({ keys: new Set([key]), calls: [call] })
  }
  for (const open of lists.values()) {
    for (const { calls } of open) units.push(listUnit((calls[0] as WaitingChange).command, calls))
  }
  return units
}
