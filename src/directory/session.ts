import type { ListCommand, Origin, Reader, Store, Tx } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'
import type { Ports } from './ports.ts'

/**
 * The directory for one request: everything written through it carries the request's origin into the event rows.
 * A handler makes one `write` or one `submit`; both answer after the commit is durable.
 */
export interface Session {
  readonly ports: Ports
  readonly vault: Vault
  readonly origin: Origin
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  write<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T>
  submit<Change, Outcome>(command: ListCommand<Change, Outcome>, tenant: string, change: Change): Promise<Outcome>
}

export function openSession(store: Store, ports: Ports, vault: Vault, origin: Origin): Session {
  return {
    ports,
    vault,
    origin,
    read: (work) => store.read(work),
    write: (tenant, work) => store.write(tenant, origin, work),
    submit: (command, tenant, change) => store.submit(command, tenant, origin, change),
  }
}
