import type { Tx } from '../../../storage/store.ts'
import { deleteCredential as deleteRow } from '../../../storage/tables/synchronization/source-credentials.ts'
import { record } from '../../record.ts'
import { credentialNow } from './list-credentials.ts'

/** Takes a credential from the zone's source, for good. Runs in the zone's stream. Refuses with `credential_not_found`. */
export async function deleteCredential(tx: Tx, zone: string, id: string): Promise<void> {
  const { status, expiresAt } = await credentialNow(tx, zone, id)
  await tx.run(deleteRow, { zone, id })
  record(tx, { kind: 'source_credential_deleted', subject: id, before: { status, expiresAt } })
}
