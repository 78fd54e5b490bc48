import type { Tx } from '../../../storage/store.ts'
import { setCredentialStatus } from '../../../storage/tables/synchronization/source-credentials.ts'
import { record } from '../../record.ts'
import type { Credential } from './credential.ts'
import { credentialNow } from './list-credentials.ts'

/** Lets a credential open its zone again, or no more; an expired one stays expired. Runs in the zone's stream. Refuses with `credential_not_found`. */
export async function changeCredential(tx: Tx, zone: string, id: string, status: Credential['status']): Promise<void> {
  const before = await credentialNow(tx, zone, id)
  if (before.status === status) return
  await tx.run(setCredentialStatus, { zone, id, status })
  record(tx, { kind: 'source_credential_changed', subject: id, before: { status: before.status }, after: { status } })
}
