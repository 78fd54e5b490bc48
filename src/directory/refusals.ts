import type { AccountRefusal } from './refusals/accounts.ts'
import type { FinanceRefusal } from './refusals/finances.ts'
import type { InvitationRefusal } from './refusals/invitations.ts'
import type { LeavingRefusal } from './refusals/leaving.ts'
import type { MailBindingRefusal } from './refusals/mail-bindings.ts'
import type { MemberRefusal } from './refusals/members.ts'
import type { NodeRefusal } from './refusals/nodes.ts'
import type { ServiceRefusal } from './refusals/services.ts'
import type { ZoneRefusal } from './refusals/zones.ts'

/** Everything a command can refuse with: facts, not wire codes. Each dialect has a table that words every one of them. */
export type Refusal =
  | AccountRefusal
  | ZoneRefusal
  | NodeRefusal
  | MemberRefusal
  | FinanceRefusal
  | InvitationRefusal
  | LeavingRefusal
  | ServiceRefusal
  | MailBindingRefusal
  | { fact: 'cursor_invalid' }

export type Fact = Refusal['fact']

/** Thrown by a command; undoes its unit of work. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.fact)
    this.refusal = refusal
  }
}
