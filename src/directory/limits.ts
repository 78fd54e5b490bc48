/** Every quota of a zone, with its default and where the number comes from. Adjustable zone by zone. */
export const zoneQuotas = {
  users: { default: 1000, source: 'GetZoneStatistics example, UserQuota' },
  groups: { default: 500, source: 'GetZoneStatistics example, GroupQuota' },
  roleConfigurations: { default: 1000, source: 'GetZoneStatistics example, RoleConfigurationQuota' },
  systemPoliciesPerRoleConfiguration: { default: 20, source: 'GetZoneStatistics example, SystemPolicyPerRoleConfigurationQuota' },
  usersPerGroup: { default: 1000, source: 'undocumented; our choice' },
  groupsPerUser: { default: 50, source: 'undocumented; our choice' },
  createUserPerSecond: { default: 20, source: 'undocumented; our choice: the rate of one account' },
  addMemberPerSecond: { default: 20, source: 'undocumented; our choice: the rate of one account' },
  removeMemberPerSecond: { default: 20, source: 'undocumented; our choice: the rate of one account' },
} as const

export type QuotaName = keyof typeof zoneQuotas
export type Quotas = Readonly<Record<QuotaName, number>>

const defaults = Object.fromEntries(Object.entries(zoneQuotas).map(([name, quota]) => [name, quota.default])) as Quotas

/** The quotas in force: the defaults, overlaid with what was set for this zone. */
export function quotasOf(adjusted: Partial<Quotas>): Quotas {
  return { ...defaults, ...adjusted }
}
