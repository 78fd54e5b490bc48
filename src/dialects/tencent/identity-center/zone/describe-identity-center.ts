import { Type } from 'typebox'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { statusWordOf } from '../words.ts'

export const describeIdentityCenter = action({
  name: 'DescribeIdentityCenter',
  area: 'identity-center/zone',
  summary: { en: "Describe the identity center of the caller's organization", zh: '获取身份中心服务信息' },
  source: 'organization 2021-03-31, DescribeIdentityCenter',
  kind: 'read',
  input: Type.Object({}),
  output: Type.Object({
    ZoneId: Type.String(),
    ZoneName: Type.String(),
    ServiceStatus: Type.String(),
    ScimSyncStatus: Type.String(),
    CreateTime: Type.String(),
    UpdateTime: Type.String(),
  }),
  errors: ['FailedOperation.IdentityCenterNotOpen'],
  faults: ['FailedOperation.DBOperationError'],
  async handle(call) {
    const zone = await callersZone(call)
    return {
      ZoneId: zone.id,
      ZoneName: zone.name,
      ServiceStatus: 'Enabled',
      ScimSyncStatus: statusWordOf(zone.synchronization),
      CreateTime: call.time(zone.createdAt),
      UpdateTime: call.time(zone.updatedAt),
    }
  },
})
