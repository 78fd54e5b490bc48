import { findInstallation } from '../../storage/tables/companies/apps.ts'
import { findDelivery, putDelivery } from '../../storage/tables/companies/event-deliveries.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { type Delivery, deliveryOf, rowOf } from './delivery.ts'

/** Has a delivery sent now, with all its attempts before it again. Refuses with `app_not_found`, `delivery_not_found`. */
export async function retryDelivery(tx: Tx, { company, app, id }: Pick<Delivery, 'company' | 'app' | 'id'>): Promise<Delivery> {
  if (!(await tx.first(findInstallation, { company, app }))) throw new Refused({ fact: 'app_not_found', app })
  const row = await tx.first(findDelivery, { company, app, event: id })
  if (!row) throw new Refused({ fact: 'delivery_not_found', delivery: id })
  const delivery: Delivery = { ...deliveryOf(row), status: 'waiting', attempts: 0, dueAt: tx.origin.at }
  await tx.run(putDelivery, rowOf(delivery))
  return delivery
}
