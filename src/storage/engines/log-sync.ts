import { closeSync, fdatasync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { syncFolder } from '../sync-folder.ts'

const sync = promisify(fdatasync)

/** The write-ahead log as the store needs it. */
export interface Log {
  /** Resolves when everything that was committed before the call survives a loss of power. */
  durable(): Promise<void>
  close(): void
}

/** Makes what SQLite appended to its write-ahead log durable, beside the loop: the server goes on while the disk works. */
export class LogSync implements Log {
  readonly #log: string
  #descriptor: number | undefined

  constructor(database: string) {
    this.#log = `${database}-wal`
  }

  async durable(): Promise<void> {
    this.#descriptor ??= this.#open()
    await sync(this.#descriptor)
  }

  /** SQLite makes the log with its first commit and keeps that file until the last connection closes; its name must last as its bytes do. */
  #open(): number {
    const descriptor = openSync(this.#log, 'r+')
    syncFolder(dirname(this.#log))
    return descriptor
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }
}
