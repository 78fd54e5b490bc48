import { Type } from 'typebox'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { renameZone } from '../../../../directory/zones/rename-zone.ts'
import { action } from '../../action.ts'
import { zoneName } from './zone-name.ts'

export const updateZone = action({
  name: 'UpdateZone',
  area: 'identity-center/zone',
  summary: { en: 'Rename the zone', zh: '修改空间名' },
  source: 'organization 2021-03-31, UpdateZone',
  kind: 'write',
  input: Type.Object({ ZoneId: Type.String(), NewZoneName: zoneName }),
  output: Type.Object({}),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist', 'InvalidParameterValue.ZoneNameFormatError'],
  chosen: {
    'InvalidParameterValue.IdentityCenterZoneNameAlreadyExist': 'No code for a taken name is listed; OpenIdentityCenter has this one.',
  },
  faults: ['FailedOperation.DBOperationError'],
  async handle(call, { ZoneId, NewZoneName }) {
    const zone = await callersZone(call, ZoneId)
    await call.session.write(zone.id, (tx) => renameZone(tx, zone.id, NewZoneName))
    return {}
  },
})
