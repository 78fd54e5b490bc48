import type { Ports } from '../directory/ports.ts'
import { openSession, type Session } from '../directory/session.ts'
import { keepCheck, unlock } from '../storage/master-key.ts'
import type { Origin } from '../storage/store.ts'
import { openStore, type StoreOptions } from './open-store.ts'

export interface OwnDirectory extends Omit<StoreOptions, 'observeBatch'> {
  readonly masterKey?: string
}

/**
 * Opens a directory for one piece of work of the command line, and closes it again. A data folder is this process's alone meanwhile: it is
 * refused while a server runs on it. Nothing is made beside the directory itself: no first account, no token.
 */
export async function withDirectory<T>(
  options: OwnDirectory,
  ports: Ports,
  operation: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const store = await openStore({ ...options, observeBatch: () => {} })
  try {
    const { vault, check } = await unlock(options.masterKey, options.dataDir, store.reader, true)
    const requestId = ports.ids.uuid()
    const origin: Origin = { actor: 'command line', account: 0, dialect: 'admin', operation, requestId, at: ports.clock.now() }
    const session = openSession(store, ports, vault, origin)
    if (check) await session.write('accounts', (tx) => keepCheck(tx, vault, check))
    return await work(session)
  } finally {
    await store.close()
  }
}
