import { organizationStream } from '../directory/events.ts'
import { type DueDeletion, dueDeletions, finishDeletion } from '../directory/leaving/finish-deletion.ts'
import type { Ports } from '../directory/ports.ts'
import type { OpenDirectory } from './open-directory.ts'

/** Deletions that are taken up at once. */
const most = 100

/** So many times a look goes on behind some that fail. */
const furtherMost = 5

/**
 * Ends the deletions of accounts whose time has come, by the directory's clock. Servers that share a database may all do it. One that fails keeps
 * no other from its end: a look goes on behind those, and the next one behind where it stopped. The first fault is thrown when all were tried.
 */
export function finishDeletions({ store, openSession }: Pick<OpenDirectory, 'store' | 'openSession'>, ports: Ports): () => Promise<void> {
  let after: DueDeletion | undefined
  return async () => {
    const at = ports.clock.now()
    const faults: unknown[] = []
    for (let further = 0; further < furtherMost; further++) {
      const due = await store.read((reader) => dueDeletions(reader, at, most, after))
      const before = faults.length
      for (const { organization, uin } of due) {
        const origin = { actor: 'due-work', account: 0, dialect: 'admin', operation: 'FinishDeletion', requestId: ports.ids.uuid(), at }
        const finish = openSession(origin).write(organizationStream(organization), (tx) => finishDeletion(tx, organization, uin))
        await finish.catch((fault: unknown) => faults.push(fault))
      }
      // Nothing lies behind fewer, and what did not fail is in nobody's way.
      after = due.length < most || faults.length === before ? undefined : due.at(-1)
      if (after === undefined) break
    }
    if (faults.length > 0) throw faults[0]
  }
}
