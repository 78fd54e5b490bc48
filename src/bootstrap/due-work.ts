/** How often it is looked whether something is due, unless said otherwise. What is due is kept in the directory, so a restart loses nothing. */
const usualMs = 500

export interface DueWork {
  /** Begins nothing more, and waits for what has begun. */
  stop(): Promise<void>
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
