import type { Tx } from '../../../storage/store.ts'
import { credentialsOfZone, insertCredential } from '../../../storage/tables/synchronization/source-credentials.ts'
import type { Vault } from '../../../storage/vault.ts'
import { credentialsPerZone } from '../../limits.ts'
import { record } from '../../record.ts'
import { Refused } from '../../refusals.ts'
import { zoneNow } from '../../zones/find-zone.ts'
import { type Credential, secretPurpose } from './credential.ts'

export interface NewCredential {
  readonly id: string
  /** Whoever shows it is the source. Nobody can read it here afterwards. */
  readonly secret: string
  readonly expiresAt: number
}

/**
 * Gives a zone's source a credential; expired and disabled ones count too, until they are deleted. Runs in the zone's stream.
 * Refuses with `zone_not_found`, `credential_limit_reached`.
 */
export async function createCredential(tx: Tx, vault: Vault, zoneId: string, wanted: NewCredential): Promise<Credential> {
  const { id: zone } = await zoneNow(tx, zoneId)
  const others = await tx.all(credentialsOfZone, { zone })
  if (others.length >= credentialsPerZone) {
    throw new Refused({ fact: 'credential_limit_reached', limit: credentialsPerZone, credentials: others.map(({ id }) => id) })
  }
  const { id, secret, expiresAt } = wanted
  const credential: Credential = { id, status: 'enabled', createdAt: tx.origin.at, expiresAt }
  await tx.run(insertCredential, {
    zone,
    id,
    secret_digest: vault.digest(secret, secretPurpose),
    status: credential.status,
    created_at: credential.createdAt,
    expires_at: expiresAt,
  })
  record(tx, { kind: 'source_credential_created', subject: id, after: { status: credential.status, expiresAt } })
  return credential
}
