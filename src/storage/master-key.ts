import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { StoreError } from './start-error.ts'
import type { Reader, Tx } from './store.ts'
import { syncFolder } from './sync-folder.ts'
import { setSetting, settingByName } from './tables/settings.ts'
import { openVault, type Vault } from './vault.ts'

const name = 'master_key_check'

function decode(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32)
    throw new StoreError(
      `The master key in ${where} is not 32 bytes of Base64. Restore the right one; make a new one with: openssl rand -base64 32`,
    )
  return key
}

/** On the disk before anything is sealed with it, and there wholly or not at all: without it everything sealed is lost. */
function keepKey(folder: string, file: string): void {
  makeFolder(folder)
  writeFileSync(`${file}.new`, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  syncFolder(folder)
}

/** What becomes of a key file that is missing. */
type Missing = 'make' | 'refuse'

/** The master key: as set, or from a 0600 file in the data folder. */
function loadMasterKey(set: string | undefined, folder: string, missing: Missing): Buffer {
  if (set) return decode(set, 'ROLLCALL_MASTER_KEY')
  const file = join(folder, 'master.key')
  if (!existsSync(file)) {
    if (missing === 'refuse')
      throw new StoreError(`${file} is missing, and stored keys can't be read without it. Restore it, or set ROLLCALL_MASTER_KEY.`)
    keepKey(folder, file)
  }
  try {
    return decode(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(`${file} can't be read (${(error as NodeJS.ErrnoException).code}). Make it readable, or set ROLLCALL_MASTER_KEY.`)
  }
}

/**
 * Opens the vault with the master key and makes sure that it is the one this directory was sealed with.
 * Where a missing key file may be made, only a directory that was sealed with none gets one. `check` is to be kept in a new directory with `keepCheck`.
 */
export async function unlock(
  set: string | undefined,
  folder: string,
  reader: Reader,
  missing: Missing = 'refuse',
): Promise<{ vault: Vault; check?: string }> {
  const stored = await reader.first(settingByName, { name })
  const vault = openVault(loadMasterKey(set, folder, stored ? 'refuse' : missing))
  if (!stored) return { vault, check: vault.seal('rollcall', name) }
  prove(vault, stored.value)
  return { vault }
}

/**
 * Keeps the proof of the master key. The first server that starts on a new database decides: another one that starts at the same time
 * with a key of its own is refused.
 */
export async function keepCheck(tx: Tx, vault: Vault, check: string): Promise<void> {
  await tx.run(setSetting, { name, value: check })
  const kept = await tx.first(settingByName, { name })
  prove(vault, kept?.value ?? check)
}

function prove(vault: Vault, check: string): void {
  try {
    vault.open(check, name)
  } catch {
    throw new StoreError(
      'The master key is not the one this directory was made with. Restore master.key in the data folder, or set the right ROLLCALL_MASTER_KEY.',
    )
  }
}
