import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StoreError } from '../start-error.ts'
import { kindOf } from './data-folder.ts'
import { readAnySchema, schemaIn } from './open-sqlite.ts'
import { SqliteConnection } from './sqlite-connection.ts'

const wayOut = 'Name the file that rollcall backup wrote.'

/** Refuses, by looks alone, what can't be a whole backup. */
export function requireBackup(file: string): void {
  try {
    accessSync(file, constants.R_OK)
  } catch (error) {
    throw new StoreError(`${file} can't be read (${(error as NodeJS.ErrnoException).code}). ${wayOut}`)
  }
  if (!statSync(file).isFile()) throw new StoreError(`${file} is no file. ${wayOut}`)
  const kind = kindOf(file)
  if (kind === 'foreign') throw new StoreError(`${file} is another program's database. ${wayOut}`)
  if (kind !== 'ours') throw new StoreError(`${file} is no database. ${wayOut}`)
  const beside = [`${file}-wal`, `${file}-journal`].find((path) => existsSync(path) && statSync(path).size > 0)
  if (beside)
    throw new StoreError(
      `${file} is not whole without ${beside}, so it is no backup. Make one of the folder that it lies in: rollcall backup --data-dir <folder> --to <file>.`,
    )
}

export interface Inspected {
  readonly reader: SqliteConnection
  /** Undefined in a file that has no tables. */
  readonly schema: number | undefined
}

/** Reads all of a backup or of a data folder, beside the server that runs on it. What must be put in order is put in files, not in memory. */
export function inspectSqlite(folder: string, backup: string | undefined): Inspected {
  const inspected = backup === undefined ? readAnySchema(folder, false) : readBackup(backup)
  inspected.reader.database.exec('pragma temp_store = default')
  return inspected
}

/** Leaves nothing beside the file, as on a medium that can't be written. */
function readBackup(file: string): Inspected {
  requireBackup(file)
  const reader = new SqliteConnection(`${pathToFileURL(resolve(file)).href}?immutable=1`)
  try {
    return { reader, schema: schemaIn(reader) }
  } catch (error) {
    reader.close()
    throw new StoreError(`${file} is damaged (${(error as Error).message}). ${wayOut}`)
  }
}
