/** Everything that can have happened. Names never change meaning: they are kept for ever. */
export const eventKinds = [
  'account_created',
  'account_changed',
  'key_created',
  'key_changed',
  'key_deleted',
  'organization_created',
  'account_joined',
  'zone_opened',
  'zone_renamed',
  'zone_quotas_changed',
  'synchronization_changed',
  'user_created',
  'user_changed',
  'user_status_changed',
  'user_deleted',
  'group_created',
  'group_changed',
  'group_deleted',
  'member_added',
  'member_removed',
  'access_rule_added',
  'access_rule_removed',
] as const

export type EventKind = (typeof eventKinds)[number]

/** The stream of accounts and their keys. */
export const accountsStream = 'accounts'

/** The stream of one organization; a zone's stream is its id. */
export function organizationStream(organization: number): string {
  return `organization-${organization}`
}
