import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes the names in a folder survive a loss of power, as syncing a file does for its bytes. Windows keeps them by itself, and refuses to be asked. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
