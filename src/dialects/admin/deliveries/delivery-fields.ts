import { type Static, Type } from 'typebox'
import { type Delivery, deliveryStatuses } from '../../../directory/deliveries/delivery.ts'
import { time, timeOf } from '../fields.ts'

export const deliveryStatus = Type.Enum([...deliveryStatuses], {
  description: '`waiting`: it is sent again when it is due. `dead`: every attempt failed; it is kept for 30 days.',
})

export const deliveryId = Type.String({ pattern: '^[0-9a-f]{32}$', description: 'Id of the event, as its header has it' })

export const delivery = Type.Object({
  eventId: deliveryId,
  type: Type.String({ description: 'Type of the event: `contact.user.created_v3`' }),
  seq: Type.Integer({ description: 'Its place in the stream of the company; 0 for what is in no stream' }),
  status: deliveryStatus,
  attempts: Type.Integer(),
  dueAt: Type.Union([time, Type.Null()], { description: 'When it is sent again; null when it is dead' }),
  diedAt: Type.Union([time, Type.Null()], { description: 'When it was given up; null while it waits' }),
  lastError: Type.String({ description: 'Why the last attempt failed' }),
  firstSentAt: time,
})

export function showDelivery(shown: Delivery): Static<typeof delivery> {
  const { id: eventId, kind: type, seq, status, attempts, dueAt, lastError, createdAt } = shown
  const at = timeOf(dueAt)
  const dead = status === 'dead'
  return {
    ...{ eventId, type, seq, status, attempts, lastError },
    dueAt: dead ? null : at,
    diedAt: dead ? at : null,
    firstSentAt: timeOf(createdAt),
  }
}
