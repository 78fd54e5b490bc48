import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const memory = '/dev/shm'

/** Far beyond what tests keep there at the same time; a container is often given 64 MiB. */
const enough = 2 ** 30

function place(): string {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    if (bavail * bsize >= enough) return memory
  } catch {
    // No such place on this machine.
  }
  return tmpdir()
}

const parent = place()

/** A new folder for a directory that need not survive the machine: in memory where there is room, as a test has no use for waiting for the disk. */
export const passingFolder = (prefix: string): string => mkdtempSync(join(parent, prefix))
