import { StartError } from '../../contract/start-error.ts'
import { OutcomeUnknown } from '../../storage/outcome-unknown.ts'
import { StoreError } from '../../storage/start-error.ts'
import { UsageError } from '../usage-error.ts'
import { fileTrouble } from './files.ts'
import { postgresTrouble } from './postgres.ts'
import { sqliteTrouble } from './sqlite.ts'

/** What went wrong, with the way out, where a person can mend it; undefined for what is ours. */
export function lineOf(error: unknown): string | undefined {
  if (error instanceof StartError || error instanceof StoreError || error instanceof UsageError) return error.message
  if (error instanceof OutcomeUnknown) return `${error.message} It may be done, or not: run this again, which finds what is there.`
  return sqliteTrouble(error) ?? postgresTrouble(error) ?? fileTrouble(error)
}
