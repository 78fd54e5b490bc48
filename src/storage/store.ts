import type { EventDraft } from './events.ts'
import type { Statement } from './statement.ts'

/** What an engine may answer at once: SQLite does, and a promise for every row would cost more than the row. */
export type Now<T> = T | Promise<T>

/** Reads what is committed; a statement sees one consistent state, two statements may see two. */
export interface Reader {
  /**
   * The number of commits so far, where this process alone writes; those of list commands don't count. While it stands, what was read stays true of
   * everything but what list commands change. Absent where others write too.
   */
  readonly commits?: number
  first<Params, Row>(statement: Statement<Params, Row>, params: Params): Now<Row | undefined>
  all<Params, Row>(statement: Statement<Params, Row>, params: Params): Now<Row[]>
}

/**
 * One unit of work: what it reads and writes happens together or not at all, and alone in its tenant.
 * It waits for nothing but its own statements: everybody else's writes wait for it. A long one gives way between two of them, so that who only reads is
 * served: nobody sees anything of it before its commit.
 */
export interface Tx extends Reader {
  readonly origin: Origin
  /** Answers how many rows were changed. */
  run<Params>(statement: Statement<Params, unknown>, params: Params): Now<number>
  /** Adds an event row, written in this transaction or never; a list command names the origin of each change. */
  record(event: EventDraft, origin?: Origin): void
}

/** An event with all that its row says, but its place in the stream. */
export interface RecordedEvent {
  readonly draft: EventDraft
  readonly tenant: string
  readonly origin: Origin
}

/** What a unit of work would have answered, and the events that it would have written. */
export interface Rehearsed<T> {
  readonly result: T
  readonly events: readonly RecordedEvent[]
}

/** Who asked for a change, through what: goes into every event row. */
export interface Origin {
  /** The key, token or source that acted: `key:AKID…`, `admin`, `bootstrap`. */
  readonly actor: string
  /** The Uin that acted; 0 when no account did. */
  readonly account: number
  readonly dialect: string
  readonly operation: string
  readonly requestId: string
  /** When the request was received, ms since 1970. */
  readonly at: number
}

export interface Submitted<Change> {
  readonly change: Change
  readonly origin: Origin
}

/**
 * A command over a list of changes. Calls that wait at the same time become one list, one set of statements, one commit.
 * Two changes with the same key never share a list, so `run` may treat its changes as independent rows. It changes who is in what, and the counters of
 * that, and nothing that is remembered between two commits.
 */
export interface ListCommand<Change, Outcome> {
  readonly name: string
  key(change: Change): string
  /** Answers one outcome for each change, in order. A throw undoes the whole list; each change is then run alone. */
  run(tx: Tx, tenant: string, list: readonly Submitted<Change>[]): Promise<Outcome[]>
}

/** Where the directory is kept. */
export interface Store {
  readonly engine: 'sqlite' | 'postgres'
  readonly reader: Reader
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /** Runs a unit of work alone in its tenant; resolves after the commit is durable, rejects when nothing was changed; with `OutcomeUnknown` when it may have been. */
  write<T>(tenant: string, origin: Origin, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Hands one change to a list command; resolves after the commit is durable. */
  submit<Change, Outcome>(command: ListCommand<Change, Outcome>, tenant: string, origin: Origin, change: Change): Promise<Outcome>
  /** Runs a unit of work as `write` does, on what is committed, and takes all of it back; rejects with what `write` would reject with. */
  rehearse<T>(tenant: string, origin: Origin, work: (tx: Tx) => Promise<T>): Promise<Rehearsed<T>>
  /** Answers when the database does; throws the reason otherwise. */
  ping(): Promise<void>
  /** Finishes what it has accepted, then lets go of the database. */
  close(): Promise<void>
}
