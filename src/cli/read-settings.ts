import { existsSync } from 'node:fs'
import { readSettings } from '../settings/read-settings.ts'
import type { Settings } from '../settings.ts'
import { UsageError } from './usage-error.ts'

/** Read when nobody names another file, if it is there. */
const usualFile = 'rollcall.json'

export interface CommandLine {
  readonly settings: Settings
  /** What is neither a setting nor a switch, in order. */
  readonly words: readonly string[]
  readonly switches: ReadonlySet<string>
}

/** The settings in force, with the words of the command itself. Throws everything that is wrong with them, a line each. */
export function readCommandLine(args: readonly string[], ownSwitches: readonly string[] = []): CommandLine {
  const configFile = existsSync(usualFile) ? usualFile : undefined
  const read = readSettings({ env: process.env, args, ownSwitches, ...(configFile && { configFile }) })
  if (read.problems) throw new UsageError(read.problems.join('\nrollcall: '))
  return { settings: read.settings, words: read.rest, switches: read.switches }
}
