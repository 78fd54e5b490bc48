import type { Reader } from '../../../storage/store.ts'
import { holderOfCredential } from '../../../storage/tables/synchronization/source-credentials.ts'
import type { Vault } from '../../../storage/vault.ts'
import { type Zone, zoneFrom } from '../../zones/zone.ts'
import { type Credential, secretPurpose } from './credential.ts'

/** A credential with the zone that it opens, as both are now. */
export interface CredentialHolder extends Pick<Credential, 'id' | 'status' | 'expiresAt'> {
  readonly zone: Zone
}

type Found = CredentialHolder | undefined

/** Looks a credential up by its secret's digest; undefined for one that nobody was given. Answers at once where the store does. */
export function findCredential(reader: Reader, vault: Vault, token: string): Found | Promise<Found> {
  const row = reader.first(holderOfCredential, { digest: vault.digest(token, secretPurpose) })
  return row instanceof Promise ? row.then(holderOf) : holderOf(row)
}

type Row = NonNullable<(typeof holderOfCredential)['types']>['row']

function holderOf(row: Row | undefined): Found {
  if (!row) return undefined
  const { credential, credential_status, credential_expires_at, ...zone } = row
  return { id: credential, status: credential_status as Credential['status'], expiresAt: credential_expires_at, zone: zoneFrom(zone) }
}
