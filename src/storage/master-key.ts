import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeKey, keepKey, keyFile, keysSetAside, newKey, nextKeyFile, putNextInForce, readKey } from './master-key-files.ts'
import { StoreError } from './start-error.ts'
import type { Reader, Tx } from './store.ts'
import { checkName, digestKeyName, holdCheck, keySettings, takeCheck } from './tables/secrets/key-settings.ts'
import { putSetting, setSetting, settingByName } from './tables/settings.ts'
import { openVault, type Vault } from './vault.ts'

/** Where the master key is found, for who must be told; undefined when it is set nowhere and the folder has none. */
export function placeOfKey(set: string | undefined, folder: string): string | undefined {
  if (set) return 'ROLLCALL_MASTER_KEY'
  return existsSync(keyFile(folder)) ? resolve(keyFile(folder)) : undefined
}

/** What becomes of a key file that is missing, or that another one has followed. */
type Missing = 'make' | 'refuse'

export interface Unlocked {
  readonly vault: Vault
  /** Of a new directory, to be kept in it with `keepCheck`. */
  readonly check?: string
  /** The key in force lies in `master.key.next`: its change was cut off, and the next start ends it. */
  readonly next?: true
}

/**
 * Opens the vault with the master key, as set or from the data folder, and makes sure that it is the one this directory was sealed with. Where a missing
 * key file may be made, only a directory that was sealed with none gets one, and a change of the key that was cut off is ended.
 */
export async function unlock(set: string | undefined, folder: string, reader: Reader, missing: Missing = 'refuse'): Promise<Unlocked> {
  const kept = new Map((await reader.all(keySettings, {})).map(({ name, value }) => [name, value]))
  const check = kept.get(checkName)
  const digestKey = kept.get(digestKeyName)
  if (check === undefined) {
    const vault = openVault(set === undefined ? ownKey(folder, missing) : decodeKey(set, 'ROLLCALL_MASTER_KEY'))
    return { vault, check: vault.seal('rollcall', checkName) }
  }
  const fitting = (key: Buffer) => vaultOf(key, folder, check, digestKey)
  if (set !== undefined) return { vault: fitting(decodeKey(set, 'ROLLCALL_MASTER_KEY')) }
  if (isInForce(keyFile(folder), check) || !isInForce(nextKeyFile(folder), check)) return { vault: fitting(ownKey(folder, 'refuse')) }
  const vault = fitting(readKey(nextKeyFile(folder)))
  if (missing === 'refuse') return { vault, next: true }
  putNextInForce(folder)
  return { vault }
}

function ownKey(folder: string, missing: Missing): Buffer {
  const file = keyFile(folder)
  if (!existsSync(file)) {
    if (missing === 'refuse')
      throw new StoreError(`${file} is missing, and stored keys can't be read without it. Restore it, or set ROLLCALL_MASTER_KEY.`)
    keepNew(folder, file)
  }
  return readKey(file)
}

function keepNew(folder: string, file: string): void {
  try {
    keepKey(folder, file, newKey())
  } catch (error) {
    throw new StoreError(
      `${file} can't be written (${(error as NodeJS.ErrnoException).code}). Make the folder writable, with room on its disk, or set ROLLCALL_MASTER_KEY.`,
    )
  }
}

/** False for a file that is missing, or holds no key. */
function isInForce(file: string, check: string): boolean {
  try {
    return existsSync(file) && opens(openVault(readKey(file)), check)
  } catch {
    return false
  }
}

/** The vault of a key that opens the proof. Of one that does not it is told whether one that was set aside in the folder would. */
function vaultOf(key: Buffer, folder: string, check: string, digestKey: string | undefined): Vault {
  const vault = openVault(key)
  if (!opens(vault, check)) throw foreignKey(keysSetAside(folder).find((file) => isInForce(file, check)))
  return digestKey === undefined ? vault : openVault(key, Buffer.from(vault.open(digestKey, digestKeyName), 'base64'))
}

function opens(vault: Vault, check: string): boolean {
  try {
    vault.open(check, checkName)
    return true
  } catch {
    return false
  }
}

function foreignKey(right: string | undefined): StoreError {
  const wayOut =
    right === undefined
      ? 'Restore master.key in the data folder, or set the right ROLLCALL_MASTER_KEY.'
      : `It is from before the key was changed: set ROLLCALL_MASTER_KEY_FILE to ${right}, which fits.`
  return new StoreError(`The master key is not the one this directory is sealed with. ${wayOut}`)
}

/**
 * Keeps the proof of the master key. The first server that starts on a new database decides: another one that starts at the same time
 * with a key of its own is refused.
 */
export async function keepCheck(tx: Tx, vault: Vault, check: string): Promise<void> {
  await tx.run(setSetting, { name: checkName, value: check })
  const kept = await tx.first(settingByName, { name: checkName })
  if (!opens(vault, kept?.value ?? check)) throw foreignKey(undefined)
}

/** Throws where the master key was changed since this process opened its vault: what it sealed nobody could open, and it opens nothing. */
export async function requireInForce(reader: Reader, vault: Vault): Promise<void> {
  requireOpens(vault, (await reader.first(settingByName, { name: checkName }))?.value)
}

/** The same, and so until this transaction ends: for who keeps what is sealed. */
export async function holdInForce(tx: Tx, vault: Vault): Promise<void> {
  requireOpens(vault, (await tx.first(holdCheck, {}))?.value)
}

function requireOpens(vault: Vault, check: string | undefined): void {
  if (check === undefined || opens(vault, check)) return
  throw new StoreError('The master key was changed while this server ran. Start it again with the new one.')
}

/**
 * Puts another master key in the place of the one in force: waits for whoever keeps what is sealed under it, and keeps everybody else from doing so
 * until this transaction ends. All that is sealed must be sealed anew in it.
 */
export async function changeKey(tx: Tx, from: Vault, to: Vault): Promise<void> {
  requireOpens(from, (await tx.first(takeCheck, {}))?.value)
  await tx.run(putSetting, { name: checkName, value: to.seal('rollcall', checkName) })
  await tx.run(putSetting, { name: digestKeyName, value: to.sealDigestKey(digestKeyName) })
}
