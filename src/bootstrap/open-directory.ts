import type { Ports } from '../directory/ports.ts'
import type { Demo } from './fill-demo.ts'
import { type FirstStart, firstStart, type Given } from './first-start.ts'
import { openUnlocked, type Unlocked, type UnlockedOptions } from './open-unlocked.ts'

export interface DirectoryOptions extends UnlockedOptions, Given {
  /** Fill a directory whose first account has no organization with the demo company. */
  readonly demo: boolean
}

/** A directory that is open, unlocked and has what a first start makes. */
export interface OpenDirectory extends Omit<Unlocked, 'session'> {
  readonly start: FirstStart
  readonly demo: Demo | undefined
}

/** Opens the directory; throws one clear line when it can't, with nothing left open. */
export async function openDirectory(options: DirectoryOptions, ports: Ports): Promise<OpenDirectory> {
  const { session, ...opened } = await openUnlocked(options, ports, { actor: 'bootstrap', operation: 'FirstStart' })
  try {
    const start = await firstStart(session, options)
    const demo = options.demo ? await (await import('./fill-demo.ts')).fillDemo(session, start.firstKey.secretId) : undefined
    return { ...opened, start, demo }
  } catch (error) {
    await opened.store.close()
    throw error
  }
}
