/** About invitations into an organization. */
export type InvitationRefusal = never
