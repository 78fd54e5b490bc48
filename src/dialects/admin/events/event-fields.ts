import { type Static, Type } from 'typebox'
import type { RecordedEvent } from '../../../directory/history/list-events.ts'
import { facts, time, timeOf } from '../fields.ts'

/** What streams of events are called. */
export const streamNames = '`accounts`, `organization-<id>`, `company-<id>` or the id of a zone'

/** What acted, as it stands in an event: who calls, and what works behind the calls. */
export const actorNames =
  '`key:<secretId>`, `app:<id>`, `person:<id>` with a user token, `credential:<id>` of SCIM, `bridge:<id>`, `admin`, or a word for the server itself'

export const event = Type.Object({
  seq: Type.Integer({ description: 'The place in its stream, from 1, without gaps' }),
  tenant: Type.String({ description: `The stream: ${streamNames}` }),
  at: time,
  actor: Type.String({ description: `What acted: ${actorNames}` }),
  account: Type.Integer({ description: 'Uin of the account that acted; 0 when none did' }),
  dialect: Type.String(),
  operation: Type.String(),
  requestId: Type.String(),
  kind: Type.String({ description: 'What happened' }),
  subject: Type.String({ description: 'Id of what it happened to' }),
  before: facts('What was, where it matters'),
  after: facts('What is since, where it matters'),
})

export function showEvent({ at, ...recorded }: RecordedEvent): Static<typeof event> {
  const { seq, tenant, actor, account, dialect, operation, requestId, kind, subject, before, after } = recorded
  return { seq, tenant, at: timeOf(at), actor, account, dialect, operation, requestId, kind, subject, before, after }
}
