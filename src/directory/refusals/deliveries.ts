/** What deliveries of events refuse with. */
export type DeliveryRefusal = { fact: 'delivery_not_found'; delivery: string }
