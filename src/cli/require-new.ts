import { existsSync } from 'node:fs'
import { UsageError } from './usage-error.ts'

/** Refuses to write over what is there already, unless told to. */
export function requireNew(file: string | undefined, force: boolean): void {
  if (file !== undefined && existsSync(file) && !force)
    throw new UsageError(`${file} is there already and was left as it is: give --to another path, or --force to write over it`)
}
