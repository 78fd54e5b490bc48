import { organizationStream } from '../directory/events.ts'
import { dueDeletions, finishDeletion } from '../directory/leaving/finish-deletion.ts'
import type { Ports } from '../directory/ports.ts'
import type { OpenDirectory } from './open-directory.ts'

/** How often it is looked whether something is due. What is due is kept in the directory, so a restart loses nothing. */
const everyMs = 500

/** Pieces of work that are taken up at once. */
const most = 100

export interface DueWork {
  /** Begins nothing more, and waits for what has begun. */
  stop(): Promise<void>
}

/**
 * Does behind the calls what is due by the directory's clock: at start, and from then on. Servers that share a database may all do it.
 * `failed` is told once of failures in a row, which is tried again.
 */
export function startDueWork(
  { store, openSession }: Pick<OpenDirectory, 'store' | 'openSession'>,
  ports: Ports,
  failed: (error: unknown) => void,
): DueWork {
  const run = async () => {
    const at = ports.clock.now()
    for (const { organization, uin } of await store.read((reader) => dueDeletions(reader, at, most))) {
      const origin = { actor: 'due-work', account: 0, dialect: 'admin', operation: 'FinishDeletion', requestId: ports.ids.uuid(), at }
      await openSession(origin).write(organizationStream(organization), (tx) => finishDeletion(tx, organization, uin))
    }
  }
  let running: Promise<void> | undefined
  let failing = false
  const look = () => {
    running ??= run()
      .then(
        () => {
          failing = false
        },
        (error: unknown) => {
          if (!failing) failed(error)
          failing = true
        },
      )
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(look, everyMs)
  timer.unref()
  look()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
