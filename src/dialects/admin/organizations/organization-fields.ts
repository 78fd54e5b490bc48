import { type Static, type TInteger, type TOptional, Type } from 'typebox'
import { type QuotaName, zoneQuotas } from '../../../directory/limits.ts'
import type { OrganizationWithZone } from '../../../directory/organizations/find-organization.ts'
import { organizationId, time, timeOf, uin, zoneId } from '../fields.ts'
import { strictObject } from '../strict-object.ts'
import { allOrganizationFacts, showOrganizationFacts } from './organization-facts.ts'
import { allLimits } from './organization-limits.ts'

const names = Object.keys(zoneQuotas) as QuotaName[]

const quota = (name: QuotaName) =>
  Type.Integer({
    minimum: 0,
    maximum: 1_000_000_000,
    description: `Default ${zoneQuotas[name].default} (${zoneQuotas[name].source}). Reached: ${gates[name]}.`,
  })

/** What the vendor answers when a quota is used up. */
const gates: Readonly<Record<QuotaName, string>> = {
  users: 'FailedOperation.UserOverUpperLimit',
  groups: 'FailedOperation.GroupOverUpperLimit',
  roleConfigurations: 'shown by GetZoneStatistics',
  systemPoliciesPerRoleConfiguration: 'shown by GetZoneStatistics',
  usersPerGroup: 'FailedOperation.GroupUserCountOverUpperLimit',
  groupsPerUser: 'FailedOperation.UserAddGroupCountOverUpperLimit',
  createUserPerSecond: 'LimitExceeded.CreateUserLimitExceeded',
  addMemberPerSecond: 'LimitExceeded.AddUserToGroupLimitExceeded',
  removeMemberPerSecond: 'LimitExceeded.RemoveUserFromGroupLimitExceeded',
}

type Each<Of> = Record<QuotaName, Of>

/** Some quotas: those that are named change. */
export const someQuotas = strictObject(
  Object.fromEntries(names.map((name) => [name, Type.Optional(quota(name))])) as Each<TOptional<TInteger>>,
  {
    minProperties: 1,
  },
)

const allQuotas = Type.Object(Object.fromEntries(names.map((name) => [name, quota(name)])) as Each<TInteger>, {
  description: 'The quotas in force; of an organization without a zone, those that a zone begins with',
})

export const adoption = Type.Enum(['never', 'by_name'], {
  description:
    'What a source of synchronization gets that creates a user whose name one has who is kept by hand (default never): a refusal, or that user, ' +
    'who is synchronized from then on. Nobody who is in a group is taken over.',
})

const zone = Type.Object({
  id: zoneId,
  name: Type.String(),
  synchronization: Type.Enum(['enabled', 'disabled']),
  adoption,
  userCount: Type.Integer(),
  groupCount: Type.Integer(),
})

export const organization = Type.Object({
  id: organizationId,
  managerUin: uin,
  rootNode: Type.Integer({ description: 'Id of the root node' }),
  createdAt: time,
  limits: allLimits,
  facts: allOrganizationFacts,
  zone: Type.Union([zone, Type.Null()], { description: 'Null until OpenIdentityCenter opens one' }),
  quotas: allQuotas,
})

export function showOrganization({ zone, quotas, ...shown }: OrganizationWithZone): Static<typeof organization> {
  return {
    id: shown.id,
    managerUin: shown.managerUin,
    rootNode: shown.rootNode,
    createdAt: timeOf(shown.createdAt),
    limits: { ...shown.limits },
    facts: showOrganizationFacts(shown.facts),
    zone: zone
      ? {
          id: zone.id,
          name: zone.name,
          synchronization: zone.synchronization,
          adoption: zone.adoption,
          userCount: zone.userCount,
          groupCount: zone.groupCount,
        }
      : null,
    quotas: { ...quotas },
  }
}
