import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from './start-error.ts'
import { settingByName, setSetting } from './tables/settings.ts'
import type { Reader, Tx } from './store.ts'
import { openVault, type Vault } from './vault.ts'

const name = 'master_key_check'

function decode(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32) throw new StoreError(`The master key in ${where} is not 32 bytes of Base64. Restore the right one; make a new one with: openssl rand -base64 32`)
  return key
}

/** The master key: as set, or from a 0600 file in the data folder that is made on first use. */
function loadMasterKey(set: string | undefined, folder: string, make: boolean): Buffer {
  if (set) return decode(set, 'ROLLCALL_MASTER_KEY')
  const file = join(folder, 'master.key')
  if (!existsSync(file)) {
    if (!make) throw new StoreError(`${file} is missing, and stored keys can't be read without it. Restore it, or set ROLLCALL_MASTER_KEY.`)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
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
 * With `make`, a directory that was sealed with none gets a key file. `check` is to be kept in a new directory with `keepCheck`.
 */
export async function unlock(set: string | undefined, folder: string, reader: Reader, make = false): Promise<{ vault: Vault; check?: string }> {
  const stored = await reader.first(settingByName, { name })
  const vault = openVault(loadMasterKey(set, folder, make && !stored))
  if (!stored) return { vault, check: vault.seal('rollcall', name) }
  try {
    vault.open(stored.value, name)
  } catch {
    throw new StoreError('The master key is not the one this directory was made with. Restore master.key in the data folder, or set the right ROLLCALL_MASTER_KEY.')
  }
  return { vault }
}

/** Keeps the proof of the master key; the first server that starts on a new database decides. */
export async function keepCheck(tx: Tx, check: string): Promise<void> {
  await tx.run(setSetting, { name, value: check })
}
