import { accountsStream } from '../directory/events.ts'
import type { Ports } from '../directory/ports.ts'
import { type OpenSession, openSession, type Session } from '../directory/session.ts'
import { keepCheck, unlock } from '../storage/master-key.ts'
import type { Origin } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'
import { type OpenStore, openStore, type StoreOptions } from './open-store.ts'

export interface UnlockedOptions extends StoreOptions {
  readonly masterKey?: string
}

/** A directory that is open, and a session of whoever opened it. */
export interface Unlocked {
  readonly store: OpenStore
  readonly vault: Vault
  readonly openSession: OpenSession
  readonly session: Session
}

/** Opens the store and its vault; a new directory keeps the proof of its master key. Throws one clear line when it can't, with nothing left open. */
export async function openUnlocked(options: UnlockedOptions, ports: Ports, opener: Pick<Origin, 'actor' | 'operation'>): Promise<Unlocked> {
  const store = await openStore(options)
  try {
    const { vault, check } = await unlock(options.masterKey, options.dataDir, store.reader, 'make')
    const forOrigin: OpenSession = (origin, rehearsal) => openSession(store, ports, vault, origin, rehearsal)
    const session = forOrigin({ ...opener, account: 0, dialect: 'admin', requestId: ports.ids.uuid(), at: ports.clock.now() })
    if (check) await session.write(accountsStream, (tx) => keepCheck(tx, vault, check))
    return { store, vault, openSession: forOrigin, session }
  } catch (error) {
    await store.close()
    throw error
  }
}
