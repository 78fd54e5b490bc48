import type { Reader } from '../../../storage/store.ts'
import { credentialOfZone, credentialsOfZone } from '../../../storage/tables/synchronization/source-credentials.ts'
import { Refused } from '../../refusals.ts'
import { type Credential, credentialFrom } from './credential.ts'

/** The credentials of a zone's source, oldest first. */
export async function listCredentials(reader: Reader, zone: string): Promise<Credential[]> {
  return (await reader.all(credentialsOfZone, { zone })).map(credentialFrom)
}

/** A credential as it is now; inside a unit of work nobody else changes it until the end. Refuses with `credential_not_found`. */
export async function credentialNow(reader: Reader, zone: string, id: string): Promise<Credential> {
  const row = await reader.first(credentialOfZone, { zone, id })
  if (!row) throw new Refused({ fact: 'credential_not_found', credential: id })
  return credentialFrom(row)
}
