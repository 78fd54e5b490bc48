import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { StoreError } from './start-error.ts'
import { syncFolder } from './sync-folder.ts'

/** The key in force. */
export const keyFile = (folder: string): string => join(folder, 'master.key')

/** The key that is about to follow it, or was about to when something was cut off. Which of the two is in force, the directory says. */
export const nextKeyFile = (folder: string): string => join(folder, 'master.key.next')

/** 32 random bytes. */
export const newKey = (): Buffer => randomBytes(32)

export function decodeKey(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32)
    throw new StoreError(
      `The master key in ${where} is not 32 bytes of Base64. Restore the right one; make a new one with: openssl rand -base64 32`,
    )
  return key
}

export function readKey(file: string): Buffer {
  try {
    return decodeKey(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(`${file} can't be read (${(error as NodeJS.ErrnoException).code}). Make it readable, or set ROLLCALL_MASTER_KEY.`)
  }
}

/** On the disk before anything is sealed with it, and there wholly or not at all: without it everything sealed is lost. */
export function keepKey(folder: string, file: string, key: Buffer): void {
  makeFolder(folder)
  writeText(folder, file, `${key.toString('base64')}\n`)
}

/** Makes the key that was to be next the one in force; answers where the one before it is kept, for copies of the directory that were made under it. */
export function putNextInForce(folder: string): string | undefined {
  // Of several servers that start on one folder another one may have done it.
  if (!existsSync(nextKeyFile(folder))) return undefined
  const aside = setAside(folder, keyFile(folder))
  renameSync(nextKeyFile(folder), keyFile(folder))
  syncFolder(folder)
  return aside
}

/** Nothing was sealed with it. */
export function forgetNext(folder: string): void {
  rmSync(nextKeyFile(folder), { force: true })
}

const asideName = 'master.key.old-'

/** The key files of before, for copies of the directory that were made under them. */
export function keysSetAside(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter((name) => name.startsWith(asideName)).map((name) => join(folder, name))
}

/** Keeps what a key file holds under a name of its own, so that no key is ever lost by writing another one. */
export function setAside(folder: string, file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  const fingerprint = createHash('sha256').update(text.trim()).digest('hex').slice(0, 8)
  const aside = join(folder, `${asideName}${fingerprint}`)
  if (!existsSync(aside)) writeText(folder, aside, text)
  return aside
}

function writeText(folder: string, file: string, text: string): void {
  const draft = `${keyFile(folder)}.new`
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  syncFolder(folder)
}
