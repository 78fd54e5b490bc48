import { Type } from 'typebox'
import { countProvisionings } from '../../../../directory/access/count-provisionings.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'

/**
 * UserProvisioningCount are the provisionings that the admin API notes, which DeleteUser and DeleteGroup refuse for. The role assignments that
 * it notes name no role configuration, and none can be made here: there are none to count, neither made nor deployed.
 * Source: ZoneStatistics, UserProvisioningCount (同步用户数), RoleConfigurationSyncCount (同步角色数).
 */
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
    const { id, quotas, userCount, groupCount } = await callersZone(call, ZoneId)
    const provisionings = await call.session.read((reader) => countProvisionings(reader, id))
    return {
      ZoneStatistics: {
        UserQuota: quotas.users,
        GroupQuota: quotas.groups,
        RoleConfigurationQuota: quotas.roleConfigurations,
        SystemPolicyPerRoleConfigurationQuota: quotas.systemPoliciesPerRoleConfiguration,
        UserCount: userCount,
        GroupCount: groupCount,
        RoleConfigurationCount: 0,
        UserProvisioningCount: provisionings,
        RoleConfigurationSyncCount: 0,
      },
    }
  },
})
