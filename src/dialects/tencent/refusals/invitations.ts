import type { InvitationRefusal } from '../../../directory/refusals/invitations.ts'
import type { Wordings } from './wording.ts'

export const invitationWordings: Wordings<InvitationRefusal> = {}
