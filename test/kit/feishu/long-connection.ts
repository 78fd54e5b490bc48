import { WSClient } from '@larksuiteoapi/node-sdk'
import type { TestApp } from './company.ts'
import { collector, type Received } from './inbox.ts'

const nothing = () => {}

/** The official client of long connections, open, with a handler for every event. */
export interface OpenLine {
  readonly events: Received[]
  /** Closed in good order, as an app does that ends. */
  close(): void
  readonly client: WSClient
  /** What the client logged as an error. */
  readonly errors: string[]
}

/** Opens one; resolves when it is open, rejects with what the client gave up with. */
export async function openLine({ server, app }: Pick<TestApp, 'server' | 'app'>, secret = app.secret): Promise<OpenLine> {
  const { dispatcher, events } = collector()
  const errors: string[] = []
  const error = (...told: unknown[]) => void errors.push(told.flat().join(' '))
  const logger = { fatal: error, error, warn: nothing, info: nothing, debug: nothing, trace: nothing }
  const client = await new Promise<WSClient>((resolve, reject) => {
    const made: WSClient = new WSClient({
      appId: app.id,
      appSecret: secret,
      domain: server.url,
      logger,
      onReady: () => resolve(made),
      onError: (reason) => reject(reason),
    })
    void made.start({ eventDispatcher: dispatcher })
  })
  return { events, errors, client, close: () => client.close({ force: true }) }
}
