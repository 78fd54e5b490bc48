import { Type } from 'typebox'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { statusWordOf } from '../words.ts'

export const getSCIMSynchronizationStatus = action({
  name: 'GetSCIMSynchronizationStatus',
  area: 'identity-center/scim',
  summary: { en: 'Say whether SCIM synchronization is on', zh: '获取 SCIM 同步状态' },
  source: 'organization 2021-03-31, GetSCIMSynchronizationStatus',
  kind: 'read',
  input: Type.Object({ ZoneId: Type.String() }),
  output: Type.Object({ SCIMSynchronizationStatus: Type.String() }),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist'],
  faults: ['FailedOperation.DBOperationError'],
  async handle(call, { ZoneId }) {
    return { SCIMSynchronizationStatus: statusWordOf((await callersZone(call, ZoneId)).synchronization) }
  },
})
