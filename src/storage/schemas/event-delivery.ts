/** How far each app has been told of its company's stream, what is still to be told, and who holds a connection open for it. */
export interface EventDeliveryTables {
  event_followers: EventFollowerRow
  event_deliveries: EventDeliveryRow
  long_connections: LongConnectionRow
}

/** An app in a company that is told of events. */
export interface EventFollowerRow {
  company: string
  app: string
  stream: string
  /** The last event of the stream that it was told of, or that did not concern it. */
  seq: number
  /** 0 when only deliveries that wait are sent, and the stream is not followed. */
  following: number
  /** The server that sends for it now, until when; empty when none does. */
  holder: string
  held_until: number
  /** When a store app is sent its ticket next, in the company that made it; null for any other. */
  ticket_due_at: number | null
}

/** An event that could not be delivered at once. */
export interface EventDeliveryRow {
  company: string
  app: string
  /** 32 hexadecimal digits, the same at each attempt. */
  event_id: string
  seq: number
  kind: string
  /** JSON of what is sent, without what is sealed. */
  body: string
  /** `waiting` or `dead`. */
  status: string
  attempts: number
  /** When it is sent again; when it was given up, once it is dead. */
  due_at: number
  last_error: string
  created_at: number
}

/** A connection that an app holds open to one of the servers. */
export interface LongConnectionRow {
  id: string
  app: string
  server: string
  /** A server that ends without taking leave is forgotten then. */
  expires_at: number
}
