/** About invitations into an organization: who can be invited, and how an invitation stands. */
export type InvitationRefusal =
  | { fact: 'invitee_is_manager'; uin: number }
  | { fact: 'invitee_not_found'; uin: number }
  | { fact: 'invitee_is_member'; uin: number }
  | { fact: 'invitee_elsewhere'; uin: number }
  | { fact: 'invitee_of_other_site'; uin: number; site: string }
  | { fact: 'invitee_not_verified'; uin: number }
  | { fact: 'invitee_not_enterprise'; uin: number; verification: string }
  | { fact: 'invitee_not_a_client'; uin: number }
  | { fact: 'invitee_of_other_distributor'; uin: number }
  | { fact: 'invitee_shares_elsewhere'; uin: number }
  | { fact: 'invitee_of_other_company'; uin: number; entity: string }
  | { fact: 'trust_exists'; entity: string }
  | { fact: 'trust_applied_for'; uin: number; entity: string }
  | { fact: 'invitation_open'; uin: number; id: number }
  | { fact: 'invitation_sent_again'; uin: number; id: number }
  | { fact: 'invitation_name_taken'; name: string; uin: number }
  | { fact: 'invitation_quota_reached'; quota: number }
  | { fact: 'member_places_taken'; quota: number; members: number; open: number }
  | { fact: 'invitation_not_found'; id: number }
  | { fact: 'invitation_closed'; id: number; standing: string }
