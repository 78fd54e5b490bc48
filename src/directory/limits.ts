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

/** Every quota of an organization. Adjustable organization by organization. */
export const organizationQuotas = {
  members: { default: 100, source: '1031/32016: accounts of an organization' },
  createdMembers: { default: 100, source: 'undocumented; our choice: the limit of all accounts' },
  accountsPerEntity: { default: 1000, source: 'undocumented; our choice' },
  nodes: { default: 1000, source: 'undocumented; our choice' },
  nodesPerDeletion: { default: 50, source: 'undocumented; our choice' },
  openInvitations: { default: 20, source: 'undocumented; our choice' },
  mailBindingsPerDay: { default: 5, source: 'undocumented; our choice' },
  mailBindingUpdates: { default: 3, source: 'undocumented; our choice' },
  mailBindingSends: { default: 3, source: 'undocumented; our choice' },
  deletionReviewSeconds: {
    default: 0,
    source: 'undocumented; our choice: the time between asking for the deletion of an account and its end',
  },
  accountsPerPhone: { default: 5, source: 'undocumented; our choice' },
} as const

export type OrganizationQuotaName = keyof typeof organizationQuotas
export type OrganizationQuotas = Readonly<Record<OrganizationQuotaName, number>>

const organizationDefaults = Object.fromEntries(
  Object.entries(organizationQuotas).map(([name, quota]) => [name, quota.default]),
) as OrganizationQuotas

/** The quotas in force: the defaults, overlaid with what was set for this organization. */
export function organizationQuotasOf(adjusted: Partial<OrganizationQuotas>): OrganizationQuotas {
  return { ...organizationDefaults, ...adjusted }
}

/** Credentials that the source of a zone may have at most. Source: 1031/66366, at most two keys. */
export const credentialsPerZone = 2

/** Levels below the root at which a department may lie. Source: 1031/32016, five levels of nested departments. */
export const deepestNode = 5
