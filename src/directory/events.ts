/** Everything that can have happened. Names never change meaning: they are kept for ever. */
export const eventKinds = [
  'account_created',
  'account_changed',
  'key_created',
  'key_changed',
  'key_deleted',
  'organization_created',
  'account_joined',
  'account_left',
  'account_deletion_requested',
  'account_deletion_withdrawn',
  'account_deleted',
  'organization_changed',
  'organization_deleted',
  'node_created',
  'node_changed',
  'node_moved',
  'node_deleted',
  'member_moved',
  'member_changed',
  'member_change_confirmed',
  'invitation_sent',
  'invitation_accepted',
  'invitation_denied',
  'invitation_cancelled',
  'trust_applied_for',
  'service_delegated',
  'service_delegation_changed',
  'service_delegation_ended',
  'mail_binding_requested',
  'mail_binding_changed',
  'mail_binding_sent',
  'mail_binding_confirmed',
  'zone_opened',
  'zone_deleted',
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
