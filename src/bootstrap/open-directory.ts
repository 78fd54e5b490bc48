import type { Ports } from '../directory/ports.ts'
import { type OpenSession, openSession } from '../directory/session.ts'
import { keepCheck, unlock } from '../storage/master-key.ts'
import type { Vault } from '../storage/vault.ts'
import type { Demo } from './fill-demo.ts'
import { type FirstStart, firstStart, type Given } from './first-start.ts'
import { type OpenStore, openStore, type StoreOptions } from './open-store.ts'

export interface DirectoryOptions extends StoreOptions, Given {
  readonly masterKey?: string
  /** Fill a directory whose first account has no organization with the demo company. */
  readonly demo: boolean
}

/** A directory that is open, unlocked and has what a first start makes. */
export interface OpenDirectory {
  readonly store: OpenStore
  readonly vault: Vault
  readonly start: FirstStart
  readonly demo: Demo | undefined
  readonly openSession: OpenSession
}

/** Opens the directory; throws one clear line when it can't, with nothing left open. */
export async function openDirectory(options: DirectoryOptions, ports: Ports): Promise<OpenDirectory> {
  const store = await openStore(options)
  try {
    const { vault, check } = await unlock(options.masterKey, options.dataDir, store.reader, true)
    const forOrigin: OpenSession = (origin, rehearsal) => openSession(store, ports, vault, origin, rehearsal)
    const requestId = ports.ids.uuid()
    const session = forOrigin({
      actor: 'bootstrap',
      account: 0,
      dialect: 'admin',
      operation: 'FirstStart',
      requestId,
      at: ports.clock.now(),
    })
    if (check) await session.write('accounts', (tx) => keepCheck(tx, vault, check))
    const start = await firstStart(session, options)
    const demo = options.demo ? await (await import('./fill-demo.ts')).fillDemo(session, start.firstKey.secretId) : undefined
    return { store, vault, start, demo, openSession: forOrigin }
  } catch (error) {
    await store.close()
    throw error
  }
}
