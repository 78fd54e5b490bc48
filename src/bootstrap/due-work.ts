import { organizationStream } from '../directory/events.ts'
import { dueDeletions, finishDeletion } from '../directory/leaving/finish-deletion.ts'
import type { Ports } from '../directory/ports.ts'
import type { Session } from '../directory/session.ts'

/** How often it is looked whether something is due. What is due is kept in the directory, so a restart loses nothing. */
const everyMs = 500

/** Pieces of work that are taken up at once. */
const most = 100

export interface DueWork {
  /** Begins nothing more, and waits for what has begun. */
  stop(): Promise<void>
}

/** Does behind the calls what is due by the directory's clock: at start, and from then on. Servers that share a database may all do it. */
export function startDueWork(openSession: (origin: Session['origin']) => Session, ports: Ports, failed: (error: unknown) => void): DueWork {
  let running: Promise<void> | undefined
  const run = async () => {
    const at = ports.clock.now()
    const origin = { actor: 'due-work', account: 0, dialect: 'admin', operation: 'FinishDeletions', requestId: ports.ids.uuid(), at }
    const session = openSession(origin)
    for (const { organization, uin } of await session.read((reader) => dueDeletions(reader, at, most))) {
      await session.write(organizationStream(organization), (tx) => finishDeletion(tx, organization, uin))
    }
  }
  const look = () => {
    running ??= run()
      .catch(failed)
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
