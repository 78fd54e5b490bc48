import { findInstallation } from '../../storage/tables/companies/apps.ts'
import { deliveriesOfApp } from '../../storage/tables/companies/event-deliveries.ts'
import { Refused } from '../refusals.ts'
import type { Reader } from '../session.ts'
import { type Delivery, type DeliveryStatus, deliveryOf } from './delivery.ts'
import type { Follower } from './hold-follower.ts'

/** Where a page of deliveries ended. */
export type DeliveryPlace = readonly [dueAt: number, id: string]

/** Deliveries of an app in a company by the time when they are due or were given up, the earliest first. Refuses with `app_not_found`. */
export async function listDeliveries(
  reader: Reader,
  { company, app, status, after, limit }: Follower & { status: DeliveryStatus; after: DeliveryPlace; limit: number },
): Promise<Delivery[]> {
  if (!(await reader.first(findInstallation, { company, app }))) throw new Refused({ fact: 'app_not_found', app })
  const rows = await reader.all(deliveriesOfApp, { company, app, status, after: after[0], afterId: after[1], limit })
  return rows.map(deliveryOf)
}
