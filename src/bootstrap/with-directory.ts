import type { Ports } from '../directory/ports.ts'
import type { Session } from '../directory/session.ts'
import { openUnlocked, type UnlockedOptions } from './open-unlocked.ts'

/**
 * Opens a directory for one piece of work of the command line, and closes it again. A data folder is this process's alone meanwhile: it is
 * refused while a server runs on it. Nothing is made beside the directory itself: no first account, no token.
 */
export async function withDirectory<T>(
  options: Omit<UnlockedOptions, 'observeBatch'>,
  ports: Ports,
  operation: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { store, session } = await openUnlocked({ ...options, observeBatch: () => {} }, ports, { actor: 'command line', operation })
  try {
    return await work(session)
  } finally {
    await store.close()
  }
}
