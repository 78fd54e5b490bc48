import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { adaptDefault, EventDispatcher } from '@larksuiteoapi/node-sdk'
import { contactEventTypes } from '../../../src/dialects/feishu/events/event-types.ts'
import type { TestApp } from './company.ts'

const nothing = () => {}
const silent = { fatal: nothing, error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing }

/** An event as the official dispatcher gives it to a handler: header and body in one. */
// biome-ignore lint/suspicious/noExplicitAny: each type of event has a shape of its own
export type Received = Record<string, any> & { readonly event_id: string; readonly event_type: string }

/** One post as it came in. */
export interface Post {
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface Keys {
  readonly encryptKey?: string
  readonly verificationToken?: string
}

/** The official dispatcher with a handler for every event of the Contact API. */
export function collector(keys: Keys = {}): { dispatcher: EventDispatcher; events: Received[] } {
  const events: Received[] = []
  const dispatcher = new EventDispatcher({ ...keys, logger: silent })
  const take = async (event: unknown) => void events.push(event as Received)
  dispatcher.register(Object.fromEntries(contactEventTypes.map((type) => [type, take])))
  return { dispatcher, events }
}

/** A webhook behind which the official dispatcher stands. */
export interface Inbox {
  readonly url: string
  /** What its handlers were given: only what could be decrypted and whose signature is right. */
  readonly events: Received[]
  readonly posts: Post[]
  /** While set, answers this status instead of handling anything; `hang` answers nothing at all. */
  behaviour: 'handles' | 'hang' | number
  close(): Promise<void>
}

export async function startInbox(keys: Keys = {}): Promise<Inbox> {
  const { dispatcher, events } = collector(keys)
  const handle = adaptDefault('/', dispatcher, { autoChallenge: true })
  const posts: Post[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (bytes) => {
      body += bytes
    })
    req.on('end', () => posts.push({ headers: req.headers, body }))
    if (inbox.behaviour === 'handles') void handle(req, res)
    else if (typeof inbox.behaviour === 'number') res.writeHead(inbox.behaviour, { location: '/' }).end('{"msg":"success"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const inbox: Inbox = { url, events, posts, behaviour: 'handles', close: () => closed(server) }
  return inbox
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** What `changeApp` is given to have every event sent to an inbox. */
export const everyEvent = [...contactEventTypes]

/** What stands in the events of an app, and what encrypts them. */
export function keysOf({ app }: Pick<TestApp, 'app'>, encryptKey?: string): Keys {
  return { verificationToken: app.verificationToken, ...(encryptKey !== undefined && { encryptKey }) }
}
