import { Type } from 'typebox'
import { accountsStream, organizationStream } from '../../../../directory/events.ts'
import { openZone } from '../../../../directory/zones/open-zone.ts'
import { action } from '../../action.ts'
import { zoneName } from './zone-name.ts'

export const openIdentityCenter = action({
  name: 'OpenIdentityCenter',
  area: 'identity-center/zone',
  summary: { en: "Open the identity center of the caller's organization", zh: '为调用者的集团组织开通身份中心' },
  source: 'organization 2021-03-31, OpenIdentityCenter',
  kind: 'write',
  input: Type.Object({ ZoneName: zoneName }),
  output: Type.Object({ ZoneId: Type.String() }),
  errors: [
    'FailedOperation.IdentityCenterAlreadyOpen',
    'FailedOperation.IdentityCenterNotAuth',
    'FailedOperation.IdentityCenterNotEnterpriseAuth',
    'FailedOperation.IdentityCenterNotOrganizationManager',
    'FailedOperation.IdentityCenterOrganizationNotOpen',
    'InvalidParameterValue.IdentityCenterZoneNameAlreadyExist',
  ],
  chosen: { 'InvalidParameterValue.ZoneNameFormatError': 'No code for a malformed name is listed; UpdateZone has this one.' },
  faults: ['FailedOperation.DBOperationError', 'ResourceNotFound.ServiceRoleNotExist'],
  async handle({ caller, session }, { ZoneName }) {
    const tenant = caller.organization ? organizationStream(caller.organization.id) : accountsStream
    return { ZoneId: await session.write(tenant, (tx) => openZone(tx, session.ports, caller, ZoneName)) }
  },
})
