import type { ListCommand, Origin, Reader, Store, Tx } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'
import type { Ports } from './ports.ts'
import { noteEvents, type Rehearsal } from './rehearsal.ts'

export type { Reader, Tx } from '../storage/store.ts'

/**
 * The directory for one request: everything written through it carries the request's origin into the event rows.
 * A handler makes one `write` or one `submit`, and reads nothing after it; both answer after the commit is durable.
 */
export interface Session {
  readonly ports: Ports
  readonly vault: Vault
  readonly origin: Origin
  /** Set when the request is to change nothing: what is written is taken back, and what has an effect elsewhere must not have it. */
  readonly rehearsal: Rehearsal | undefined
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  write<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T>
  submit<Change, Outcome>(command: ListCommand<Change, Outcome>, tenant: string, change: Change): Promise<Outcome>
}

/** Opens a session for the origin of one request; a rehearsal's session changes nothing and notes there what it would have. */
export type OpenSession = (origin: Origin, rehearsal?: Rehearsal) => Session

export function openSession(store: Store, ports: Ports, vault: Vault, origin: Origin, rehearsal?: Rehearsal): Session {
  if (rehearsal) return rehearsalSession(store, ports, vault, origin, rehearsal)
  return {
    ports,
    vault,
    origin,
    rehearsal,
    read: (work) => store.read(work),
    write: (tenant, work) => store.write(tenant, origin, work),
    submit: (command, tenant, change) => store.submit(command, tenant, origin, change),
  }
}

/** What a handler did would be gone by its next step: it would answer something else than it does in earnest, so it is stopped. */
function rehearsalSession(store: Store, ports: Ports, vault: Vault, origin: Origin, rehearsal: Rehearsal): Session {
  let written = false
  const once = () => {
    if (written) throw new Error(`${origin.operation} goes on after its write: it can't be rehearsed`)
  }
  async function write<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    once()
    written = true
    const { result, events } = await store.rehearse(tenant, origin, work)
    noteEvents(rehearsal, events)
    return result
  }
  return {
    ports,
    vault,
    origin,
    rehearsal,
    async read(work) {
      once()
      return store.read(work)
    },
    write,
    submit: (command, tenant, change) =>
      write(tenant, async (tx) => {
        const [outcome] = await command.run(tx, tenant, [{ change, origin }])
        return outcome as Awaited<ReturnType<typeof command.run>>[number]
      }),
  }
}
