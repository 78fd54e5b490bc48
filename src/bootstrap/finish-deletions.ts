import { organizationStream } from '../directory/events.ts'
import { dueDeletions, finishDeletion } from '../directory/leaving/finish-deletion.ts'
import type { Ports } from '../directory/ports.ts'
import type { OpenDirectory } from './open-directory.ts'

/** Deletions that are taken up at once. */
const most = 100

/**
 * Ends the deletions of accounts whose time has come, by the directory's clock. Servers that share a database may all do it. One that fails keeps
 * no other from its end; the first fault is thrown when all were tried.
 */
export function finishDeletions({ store, openSession }: Pick<OpenDirectory, 'store' | 'openSession'>, ports: Ports): () => Promise<void> {
  return async () => {
    const at = ports.clock.now()
    const faults: unknown[] = []
    for (const { organization, uin } of await store.read((reader) => dueDeletions(reader, at, most))) {
      const origin = { actor: 'due-work', account: 0, dialect: 'admin', operation: 'FinishDeletion', requestId: ports.ids.uuid(), at }
      const finish = openSession(origin).write(organizationStream(organization), (tx) => finishDeletion(tx, organization, uin))
      await finish.catch((fault: unknown) => faults.push(fault))
    }
    if (faults.length > 0) throw faults[0]
  }
}
