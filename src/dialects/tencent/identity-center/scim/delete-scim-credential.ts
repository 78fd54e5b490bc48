import { Type } from 'typebox'
import { deleteCredential } from '../../../../directory/synchronization/credentials/delete-credential.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'

export const deleteSCIMCredential = action({
  name: 'DeleteSCIMCredential',
  area: 'identity-center/scim',
  summary: { en: 'Delete a SCIM key', zh: '删除 SCIM 密钥' },
  source: 'organization 2021-03-31, DeleteSCIMCredential',
  kind: 'write',
  input: Type.Object({ ZoneId: Type.String(), CredentialId: Type.String() }),
  output: Type.Object({}),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist', 'InvalidParameter.ScimCredentialNotFound'],
  faults: ['FailedOperation.DBOperationError'],
  async handle(call, { ZoneId, CredentialId }) {
    const zone = await callersZone(call, ZoneId)
    await call.session.write(zone.id, (tx) => deleteCredential(tx, zone.id, CredentialId))
    return {}
  },
})
