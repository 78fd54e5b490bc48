import type { Ports } from '../../../directory/ports.ts'
import { type WebhookKeys, webhookBody, webhookHeaders } from './webhook-body.ts'

/** An answer's text is read up to here: enough for what answers a challenge. */
const mostBytes = 64 * 1024

/** Posts a message to a webhook and gives the answer's text. Throws a sentence that says why when it is not answered with 200 in time. */
export async function postWebhook(
  { url, keys, message, limitMs, ending }: WebhookPost,
  { clock, ids }: Pick<Ports, 'clock' | 'ids'>,
): Promise<string> {
  const body = webhookBody(message, keys)
  const headers = webhookHeaders(body, keys, Math.floor(clock.now() / 1000), ids.text(16))
  const late = AbortSignal.timeout(limitMs)
  try {
    const signal = ending ? AbortSignal.any([late, ending]) : late
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    const text = await beginning(response)
    if (response.status !== 200) throw new Unanswered(`HTTP ${response.status}`)
    return text
  } catch (fault) {
    if (fault instanceof Unanswered) throw fault
    throw new Unanswered(late.aborted ? `no answer within ${limitMs} ms` : reasonOf(fault))
  }
}

export interface WebhookPost {
  readonly url: string
  readonly keys: WebhookKeys
  readonly message: object
  /** Connecting, sending and the whole answer. */
  readonly limitMs: number
  /** Ends it early. */
  readonly ending?: AbortSignal
}

/** The webhook did not answer as it should; the message says how. */
export class Unanswered extends Error {}

function reasonOf(fault: unknown): string {
  const cause = fault instanceof Error ? fault.cause : undefined
  const told = cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : String(fault)
  return `no connection: ${told}`.slice(0, 300)
}

async function beginning(response: Response): Promise<string> {
  if (!response.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    chunks.push(chunk)
    size += chunk.byteLength
    // Leaving the loop lets go of the rest.
    if (size > mostBytes) break
  }
  return Buffer.concat(chunks).toString('utf8')
}
