import type { Ports } from '../../directory/ports.ts'
import { Refused } from '../../directory/refusals.ts'
import type { Tx } from '../../storage/store.ts'
import type { Vault } from '../../storage/vault.ts'
import type { Findings } from '../read/findings.ts'
import { refusalWords } from './refusal-words.ts'

/** What a task is done with. */
export interface Means {
  readonly tx: Tx
  readonly ports: Ports
  readonly vault: Vault
}

/** One thing that is missing in the directory, with the part of the document that asks for it. */
export interface Task {
  /** What it makes, in the singular; nothing when it only finishes what another one made. */
  readonly makes?: string
  readonly holder: object
  /** It neither needs nor changes what its neighbours of the same kind make. */
  readonly together?: true
  run(means: Means): Promise<unknown>
}

/** Stands for one thing of many that another task makes at once: it is counted, and nothing is left to do. */
export function done(makes: string): Task {
  return { makes, holder: {}, together: true, run: async () => {} }
}

/** So many statements of one transaction wait for the database at a time. */
const atOnce = 100

/** Does all tasks in their order. The first one that the directory refuses ends it: a `SeedRefused` that says where it stands. */
export async function doTasks(tasks: readonly Task[], means: Means, findings: Findings): Promise<void> {
  const one = async ({ holder, run }: Task) => {
    try {
      await run(means)
    } catch (error) {
      throw error instanceof Refused ? findings.refusal(holder, refusalWords(error.refusal)) : error
    }
  }
  for (let at = 0; at < tasks.length; ) {
    const few = neighbours(tasks, at)
    await Promise.all(few.map(one))
    at += few.length
  }
}

function neighbours(tasks: readonly Task[], from: number): readonly Task[] {
  const first = tasks[from] as Task
  let end = from + 1
  while (first.together && end < from + atOnce && tasks[end]?.together && tasks[end]?.makes === first.makes) end++
  return tasks.slice(from, end)
}
