import { holdInForce } from '../../storage/master-key.ts'
import type { Tx } from '../../storage/store.ts'
import type { Vault } from '../../storage/vault.ts'
import { type SecretPlace, storedSecrets } from './stored-secrets.ts'

/** A secret as it is kept in its place, in the row of this id. Throws where the master key was changed meanwhile: nobody could open it any more. */
export async function sealSecret(tx: Tx, vault: Vault, place: SecretPlace, id: string, secret: string): Promise<string> {
  const purpose = storedSecrets[place].purpose(id)
  if (purpose === undefined) throw new Error(`${place} keeps no secret of ${id}`)
  await holdInForce(tx, vault)
  return vault.seal(secret, purpose)
}
