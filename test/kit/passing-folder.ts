import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const memory = '/dev/shm'

/** Far beyond what directories of tests take at the same time; a container is often given 64 MiB. */
const ofDirectories = 2 ** 30

function placeFor(bytes: number): string {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    // What is kept there is memory that nobody else can have.
    if (bavail * bsize >= bytes && process.availableMemory() >= 2 * bytes) return memory
  } catch {
    // No such place on this machine.
  }
  return tmpdir()
}

/**
 * A new folder for what need not survive the machine: in memory where there is room for so many bytes, as a test has no use for waiting for
 * the disk.
 */
export const passingFolder = (prefix: string, bytes: number = ofDirectories): string => mkdtempSync(join(placeFor(bytes), prefix))
