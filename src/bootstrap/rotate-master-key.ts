import { join } from 'node:path'
import { accountsStream } from '../directory/events.ts'
import type { Ports } from '../directory/ports.ts'
import { changeMasterKey } from '../directory/secrets/change-master-key.ts'
import { forgetNext, keepKey, nextKeyFile, putNextInForce, setAside } from '../storage/master-key-files.ts'
import { OutcomeUnknown } from '../storage/outcome-unknown.ts'
import { StoreError } from '../storage/start-error.ts'
import { openUnlocked, type UnlockedOptions } from './open-unlocked.ts'

export type RotationOptions = Omit<UnlockedOptions, 'observeBatch'>

export interface Rotated {
  /** How many were sealed anew. */
  readonly secrets: number
  /** Where the old key of the data folder is kept; undefined when it was set from outside. */
  readonly oldKeyFile: string | undefined
}

/**
 * Puts another master key in force, on a directory that no server runs on. The new key is on the disk before anything is sealed with it and takes the
 * old one's place after the commit, so that whatever cuts this off, a start finds the key that fits, and neither is lost.
 */
export async function rotateMasterKey(options: RotationOptions, ports: Ports, key: Buffer): Promise<Rotated> {
  const release = await alone(options)
  try {
    const opener = { actor: 'command line', operation: 'RotateMasterKey' }
    const { store, vault, session } = await openUnlocked({ ...options, observeBatch: () => {} }, ports, opener)
    try {
      const next = vault.under(key)
      const change = () => session.write(accountsStream, (tx) => changeMasterKey(tx, vault, next))
      if (options.masterKey !== undefined) return { secrets: await change().catch(inDoubt), oldKeyFile: undefined }
      return await withOwnFiles(options.dataDir, key, change)
    } finally {
      await store.close()
    }
  } finally {
    release()
  }
}

async function withOwnFiles(folder: string, key: Buffer, change: () => Promise<number>): Promise<Rotated> {
  orTold(`The new master key can't be kept in ${folder}, and nothing was changed`, () => {
    setAside(folder, nextKeyFile(folder))
    keepKey(folder, nextKeyFile(folder), key)
  })
  const secrets = await change().catch((error) => {
    if (!(error instanceof OutcomeUnknown)) forgetNext(folder)
    return inDoubt(error)
  })
  const told = `The master key was changed, and still lies in ${nextKeyFile(folder)}; the next start tries again to make it master.key`
  return { secrets, oldKeyFile: orTold(told, () => putNextInForce(folder)) }
}

/** Work on the files of keys, which tells in a line what a person can mend. */
function orTold<T>(failure: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new StoreError(`${failure} (${code ?? message}). Make the folder writable, with room on its disk.`, { cause: error })
  }
}

/** SQLite's store holds the folder by itself. */
async function alone({ databaseUrl, dataDir, masterKey }: RotationOptions): Promise<() => void> {
  if (!databaseUrl) return () => {}
  await (await import('../storage/engines/require-alone.ts')).requireAlone(databaseUrl)
  if (masterKey !== undefined) return () => {}
  const { lockFolder } = await import('../storage/engines/folder-lock.ts')
  return lockFolder(join(dataDir, 'server.lock')).release
}

function inDoubt(error: unknown): never {
  if (!(error instanceof OutcomeUnknown)) throw error
  throw new StoreError(
    `Whether the master key was changed is not known (${error.message}) Keep both keys: one of them is in force, and rollcall doctor says whether the one that is set fits.`,
  )
}
