import { Type } from 'typebox'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'

export const getZoneStatistics = action({
  name: 'GetZoneStatistics',
  area: 'identity-center/zone',
  summary: { en: 'Count what is in the zone, beside its quotas', zh: '查询空间的统计信息与配额' },
  source: 'organization 2021-03-31, GetZoneStatistics',
  kind: 'read',
  input: Type.Object({ ZoneId: Type.String() }),
  output: Type.Object({
    ZoneStatistics: Type.Object({
      UserQuota: Type.Integer(),
      GroupQuota: Type.Integer(),
      RoleConfigurationQuota: Type.Integer(),
      SystemPolicyPerRoleConfigurationQuota: Type.Integer(),
      UserCount: Type.Integer(),
      GroupCount: Type.Integer(),
      RoleConfigurationCount: Type.Integer(),
      UserProvisioningCount: Type.Integer(),
      RoleConfigurationSyncCount: Type.Integer(),
    }),
  }),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist'],
  async handle(call, { ZoneId }) {
    const { quotas, userCount, groupCount } = await callersZone(call, ZoneId)
    return {
      ZoneStatistics: {
        UserQuota: quotas.users,
        GroupQuota: quotas.groups,
        RoleConfigurationQuota: quotas.roleConfigurations,
        SystemPolicyPerRoleConfigurationQuota: quotas.systemPoliciesPerRoleConfiguration,
        UserCount: userCount,
        GroupCount: groupCount,
        // Role configurations and provisionings are not made here yet: there are none to count.
        RoleConfigurationCount: 0,
        UserProvisioningCount: 0,
        RoleConfigurationSyncCount: 0,
      },
    }
  },
})
