import type { SourceCredentialRow } from '../../schemas/source-credentials.ts'
import { statement } from '../../statement.ts'

export const insertCredential = statement((db, p: SourceCredentialRow) =>
  db.insertInto('source_credentials').values({
    zone: p.zone,
    id: p.id,
    secret_digest: p.secret_digest,
    status: p.status,
    created_at: p.created_at,
    expires_at: p.expires_at,
  }),
)

/** All of a zone, oldest first. There are few: a zone has a limit of them. */
export const credentialsOfZone = statement((db, p: { zone: string }) =>
  db
    .selectFrom('source_credentials')
    .where('zone', '=', p.zone)
    .orderBy('created_at')
    .orderBy('id')
    .select(['id', 'status', 'created_at', 'expires_at']),
)

export const credentialOfZone = statement((db, p: { zone: string; id: string }) =>
  db
    .selectFrom('source_credentials')
    .where('zone', '=', p.zone)
    .where('id', '=', p.id)
    .select(['id', 'status', 'created_at', 'expires_at']),
)

export const setCredentialStatus = statement((db, p: { zone: string; id: string; status: string }) =>
  db.updateTable('source_credentials').set({ status: p.status }).where('zone', '=', p.zone).where('id', '=', p.id),
)

export const deleteCredential = statement((db, p: { zone: string; id: string }) =>
  db.deleteFrom('source_credentials').where('zone', '=', p.zone).where('id', '=', p.id),
)

/** All that a request needs to know of its credential: what it is worth, and the zone as it is. */
export const holderOfCredential = statement((db, p: { digest: string }) =>
  db
    .selectFrom('source_credentials as c')
    .innerJoin('zones as z', 'z.id', 'c.zone')
    .where('c.secret_digest', '=', p.digest)
    .selectAll('z')
    .select(['c.id as credential', 'c.status as credential_status', 'c.expires_at as credential_expires_at']),
)
