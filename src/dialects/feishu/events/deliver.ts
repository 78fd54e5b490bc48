import type { Delivery } from '../../../directory/deliveries/delivery.ts'
import type { Ports } from '../../../directory/ports.ts'
import { ticketMessage, ticketType } from './app-ticket.ts'
import { messageOf } from './envelope.ts'
import type { Hub } from './long-connection/hub.ts'
import { postWebhook, Unanswered } from './post-webhook.ts'
import type { Receiver } from './receiver.ts'

/** How long a webhook may take for its answer. */
const patienceMs = 3000

export interface Ways {
  readonly ports: Ports
  readonly hub: Hub
  readonly ending: AbortSignal
}

/** One attempt: to the webhook where the app has one, otherwise over one of its connections. Undefined when it arrived, otherwise why that is not known. */
export async function deliver(to: Receiver, delivery: Delivery, { ports, hub, ending }: Ways): Promise<string | undefined> {
  if (!to.enabled) return 'the app is disabled'
  const message = delivery.kind === ticketType ? ticketMessage(to, delivery) : messageOf(to, delivery)
  if (to.webhookUrl === null) return await hub.send(to.app, delivery.id, message)
  try {
    await postWebhook({ url: to.webhookUrl, keys: to.keys, message, limitMs: patienceMs, ending }, ports)
    return undefined
  } catch (fault) {
    if (fault instanceof Unanswered) return fault.message
    throw fault
  }
}
