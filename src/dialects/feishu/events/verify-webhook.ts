import type { Ports } from '../../../directory/ports.ts'
import { postWebhook, Unanswered } from './post-webhook.ts'
import type { WebhookKeys } from './webhook-body.ts'

/** How long a webhook may take to repeat the challenge. */
const patienceMs = 1000

/**
 * Sends a webhook that is about to be saved its challenge. Answers undefined when it was repeated within a second, otherwise why it does not
 * count, as the end of a sentence: `it answered HTTP 500`.
 */
export async function verifyWebhook(url: string, keys: WebhookKeys, ports: Pick<Ports, 'clock' | 'ids'>): Promise<string | undefined> {
  const challenge = ports.ids.uuid()
  const message = { challenge, token: keys.verificationToken, type: 'url_verification' }
  try {
    const text = await postWebhook({ url, keys, message, limitMs: patienceMs }, ports)
    return repeats(text, challenge) ? undefined : 'it answered without the challenge'
  } catch (fault) {
    if (fault instanceof Unanswered) return fault.message
    throw fault
  }
}

function repeats(text: string, challenge: string): boolean {
  try {
    return (JSON.parse(text) as { challenge?: unknown } | null)?.challenge === challenge
  } catch {
    return false
  }
}
