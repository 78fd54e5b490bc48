import { Type } from 'typebox'
import type { Credential } from '../../../../directory/synchronization/credentials/credential.ts'
import type { Call } from '../../call.ts'

/** How every answer shows a key; the secret is in none but the one that made it. */
export const credentialFields = {
  ZoneId: Type.String(),
  CredentialId: Type.String(),
  CredentialType: Type.String(),
  CreateTime: Type.String(),
  ExpireTime: Type.String(),
}

/** A key in the words of this wire, without its status: answers have different names for that. */
export function credentialInfo({ time }: Call, zone: string, { id, createdAt, expiresAt }: Credential) {
  return { ZoneId: zone, CredentialId: id, CredentialType: 'BearerToken', CreateTime: time(createdAt), ExpireTime: time(expiresAt) }
}
