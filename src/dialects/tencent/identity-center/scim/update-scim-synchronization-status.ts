import { Type } from 'typebox'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { switchSynchronization } from '../../../../directory/zones/switch-synchronization.ts'
import { action } from '../../action.ts'
import { statusOf, statusWord } from '../words.ts'

export const updateSCIMSynchronizationStatus = action({
  name: 'UpdateSCIMSynchronizationStatus',
  area: 'identity-center/scim',
  summary: { en: 'Turn SCIM synchronization on or off', zh: '启用或禁用 SCIM 同步' },
  source: 'organization 2021-03-31, UpdateSCIMSynchronizationStatus; 1031/66367 for its effect',
  kind: 'write',
  input: Type.Object({
    ZoneId: Type.String(),
    SCIMSynchronizationStatus: statusWord('InvalidParameter.ScimSyncStatusError'),
  }),
  output: Type.Object({}),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist', 'InvalidParameter.ScimSyncStatusError'],
  faults: ['FailedOperation.DBOperationError'],
  async handle(call, { ZoneId, SCIMSynchronizationStatus }) {
    const zone = await callersZone(call, ZoneId)
    await call.session.write(zone.id, (tx) => switchSynchronization(tx, zone.id, statusOf(SCIMSynchronizationStatus)))
    return {}
  },
})
