/** What is true of an organization as a whole and no vendor action here sets. What is absent has its default. */
export interface OrganizationFacts {
  /** Accounts that it created may be deleted for good. */
  readonly deletionPermission: boolean
  /** Permissions beyond the ordinary ones that it may ask of members: 3 and 10. */
  readonly openedPermissions: readonly number[]
  /** Shares hold resources, members or departments. */
  readonly sharesInUse: boolean
  /** Departments that something is shared with. */
  readonly sharedNodes: readonly number[]
  /** A service control or tag policy is enabled. */
  readonly policiesEnabled: boolean
  /** Policies for access to members exist. */
  readonly memberPolicies: boolean
  /** Companies of other names that count as the same. */
  readonly trustedEntities: readonly string[]
}

const defaults: OrganizationFacts = {
  deletionPermission: false,
  openedPermissions: [],
  sharesInUse: false,
  sharedNodes: [],
  policiesEnabled: false,
  memberPolicies: false,
  trustedEntities: [],
}

/** The facts in force, from what is kept as JSON. */
export function organizationFactsFrom(text: string): OrganizationFacts {
  return { ...defaults, ...(JSON.parse(text) as Partial<OrganizationFacts>) }
}
