import { rotateMasterKey as rotate } from '../../bootstrap/rotate-master-key.ts'
import { systemPorts } from '../../directory/system-ports.ts'
import { keyOf32Bytes } from '../../settings/value-kinds.ts'
import type { Settings } from '../../settings.ts'
import { newKey } from '../../storage/master-key-files.ts'
import { NotStarted, StoreError } from '../../storage/start-error.ts'
import { openLocalDirectory } from '../local-directory.ts'
import { UsageError } from '../usage-error.ts'
import { newSecret } from './new-secret.ts'

export const newKeyOption = '--new-key-file'

const whatToSet =
  'Set ROLLCALL_MASTER_KEY, or the content of the file that ROLLCALL_MASTER_KEY_FILE names, to the new key for every server.'

/** Seals all stored secrets anew under another master key, while no server runs. */
export async function rotateMasterKey(settings: Settings, file: string | undefined): Promise<number> {
  const own = file === undefined ? undefined : await newSecret(file, newKeyOption, keyOf32Bytes)
  if (own === undefined && settings.masterKey !== undefined)
    throw new UsageError(
      `the master key comes from ROLLCALL_MASTER_KEY, so the new one must be given: openssl rand -base64 32 > <file>, then ${newKeyOption} <file>`,
    )
  if (own !== undefined && (await isDone(settings, own))) {
    console.log(`The directory is sealed under the new key already. ${whatToSet}`)
    return 0
  }
  await (await openLocalDirectory(settings)).close()
  const { secrets, oldKeyFile } = await rotate(settings, systemPorts, own === undefined ? newKey() : Buffer.from(own, 'base64'))
  const done = `Sealed ${secrets} secrets anew.`
  if (settings.masterKey !== undefined) console.log(`${done} ${whatToSet} Keep the old one for copies that were made before.`)
  else console.log(`${done} master.key holds the new key; the old one, for copies that were made before, is ${oldKeyFile}.`)
  return 0
}

/** Whether an earlier run put this key in force, and nobody has set it since. Refuses the key that is both set and in force. */
async function isDone(settings: Settings, key: string): Promise<boolean> {
  if (!(await opens({ ...settings, masterKey: key }))) return false
  if (!(await opens(settings))) return true
  throw new UsageError('the new master key is the one in force already: give another one. Nothing was changed.')
}

async function opens(settings: Settings): Promise<boolean> {
  try {
    await (await openLocalDirectory(settings)).close()
    return true
  } catch (error) {
    if (error instanceof NotStarted || !(error instanceof StoreError)) throw error
    return false
  }
}
