import { deleteDelivery, dueDeliveries, forgetDead, putFailedDelivery } from '../../storage/tables/companies/event-deliveries.ts'
import type { Reader, Tx } from '../session.ts'
import { type Delivery, deadForMs, deliveryOf, rowOf } from './delivery.ts'
import type { Follower } from './hold-follower.ts'

/** Keeps a delivery that failed, unless somebody has it sent anew since the attempt began. One that is given up makes place for itself: those that were so long ago are forgotten. */
export async function keepDelivery(tx: Tx, delivery: Delivery): Promise<void> {
  await tx.run(putFailedDelivery, rowOf(delivery))
  const { company, app, status, dueAt } = delivery
  if (status === 'dead') await tx.run(forgetDead, { company, app, before: dueAt - deadForMs })
}

/** A delivery that arrived is kept no more. */
export async function endDelivery(tx: Tx, { company, app, id }: Delivery): Promise<void> {
  await tx.run(deleteDelivery, { company, app, event: id })
}

/** Deliveries of a follower whose time to be sent again has come. */
export async function deliveriesDue(reader: Reader, follower: Follower, now: number, limit: number): Promise<Delivery[]> {
  return (await reader.all(dueDeliveries, { ...follower, now, limit })).map(deliveryOf)
}
