import type { Schema } from '../../storage/schema.ts'
import { keyPurpose } from '../accounts/account.ts'
import { appPurposes } from '../apps/app.ts'
import { tokenPurpose } from '../tokens/token.ts'

/** The name under which the admin token is kept among the settings. */
export const adminTokenName = 'admin_token'
export const adminTokenPurpose = 'admin token'

/** Every column that holds what is sealed: its name says so. */
type SealedColumn = { [Table in keyof Schema]: `${Table}.${keyof Schema[Table] & `sealed${string}`}` }[keyof Schema]

interface StoredSecret {
  /** The column that tells its row from all others of the table. */
  readonly key: string
  /** What the row's secret is sealed for; undefined where the row holds none. */
  purpose(id: string): string | undefined
}

/**
 * Every secret that is kept sealed: the one list, which another master key is put in force by. A column that is missing here does not compile; nothing
 * is sealed for keeping but by a place in it.
 */
export const storedSecrets = {
  'settings.value': { key: 'name', purpose: (name) => (name === adminTokenName ? adminTokenPurpose : undefined) },
  'access_keys.sealed_secret': { key: 'secret_id', purpose: keyPurpose },
  'developers.sealed_id_key': { key: 'id', purpose: appPurposes.developerIdKey },
  'apps.sealed_secret': { key: 'id', purpose: appPurposes.secret },
  'apps.sealed_id_key': { key: 'id', purpose: appPurposes.idKey },
  'apps.sealed_encrypt_key': { key: 'id', purpose: appPurposes.encryptKey },
  'apps.sealed_verification_token': { key: 'id', purpose: appPurposes.verificationToken },
  'app_tickets.sealed': { key: 'app', purpose: appPurposes.ticket },
  'access_tokens.sealed': { key: 'digest', purpose: tokenPurpose },
} satisfies Record<SealedColumn | 'settings.value', StoredSecret> as Record<SealedColumn | 'settings.value', StoredSecret>

export type SecretPlace = keyof typeof storedSecrets
