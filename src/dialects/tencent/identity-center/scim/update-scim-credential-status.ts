import { Type } from 'typebox'
import { changeCredential } from '../../../../directory/synchronization/credentials/change-credential.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { statusOf, statusWord } from '../words.ts'

export const updateSCIMCredentialStatus = action({
  name: 'UpdateSCIMCredentialStatus',
  area: 'identity-center/scim',
  summary: { en: 'Enable or disable a SCIM key', zh: '启用或禁用 SCIM 密钥' },
  source: 'organization 2021-03-31, UpdateSCIMCredentialStatus',
  kind: 'write',
  input: Type.Object({
    ZoneId: Type.String(),
    CredentialId: Type.String(),
    NewStatus: statusWord('InvalidParameter.UserScimCredentialStatusError'),
  }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.ScimCredentialNotFound',
    'InvalidParameter.UserScimCredentialStatusError',
  ],
  faults: ['FailedOperation.DBOperationError'],
  async handle(call, { ZoneId, CredentialId, NewStatus }) {
    const zone = await callersZone(call, ZoneId)
    await call.session.write(zone.id, (tx) => changeCredential(tx, zone.id, CredentialId, statusOf(NewStatus)))
    return {}
  },
})
