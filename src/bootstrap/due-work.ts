import { organizationStream } from '../directory/events.ts'
import { dueDeletions, finishDeletion } from '../directory/leaving/finish-deletion.ts'
import type { Ports } from '../directory/ports.ts'
import type { OpenDirectory } from './open-directory.ts'

/** How often it is looked whether something is due, unless said otherwise. What is due is kept in the directory, so a restart loses nothing. */
const usualMs = 500

/** Pieces of work that are taken up at once. */
const most = 100

export interface DueWork {
  /** Begins nothing more, and waits for what has begun. */
  stop(): Promise<void>
}

/** Does what was asked to be done later, by the directory's clock. Servers that share a database may all do it. */
export function finishDeletions({ store, openSession }: Pick<OpenDirectory, 'store' | 'openSession'>, ports: Ports): () => Promise<void> {
  return async () => {
    const at = ports.clock.now()
    for (const { organization, uin } of await store.read((reader) => dueDeletions(reader, at, most))) {
      const origin = { actor: 'due-work', account: 0, dialect: 'admin', operation: 'FinishDeletion', requestId: ports.ids.uuid(), at }
      await openSession(origin).write(organizationStream(organization), (tx) => finishDeletion(tx, organization, uin))
    }
  }
}

/** Runs each piece of work behind the calls, at start and from then on. `failed` is told once of failures in a row, which is tried again. */
export function startDueWork(works: readonly (() => Promise<void>)[], failed: (error: unknown) => void, everyMs = usualMs): DueWork {
  const looks = works.map((work) => repeatable(work, failed))
  const lookAll = () => {
    for (const { look } of looks) look()
  }
  const timer = setInterval(lookAll, everyMs)
  timer.unref()
  lookAll()
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(looks.map(({ ended }) => ended()))
    },
  }
}

/** Work that is begun again only when it has ended. */
function repeatable(work: () => Promise<void>, failed: (error: unknown) => void): { look(): void; ended(): Promise<void> } {
  let running: Promise<void> | undefined
  let failing = false
  const look = () => {
    running ??= work()
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
  return { look, ended: async () => await running }
}
