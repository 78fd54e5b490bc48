import { Agent, type ClientRequest, type IncomingHttpHeaders } from 'node:http'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { type Client, type Client2018, type Key, sdkClient, sdkClient2018 } from '../kit/clients.ts'
import type { TestEvent } from '../kit/directory.ts'
import { heldClock } from '../kit/held-clock.ts'
import { Seeded } from '../kit/seeded.ts'
import type { TestServer } from '../kit/server.ts'

export type Change = Pick<TestEvent, 'tenant' | 'kind' | 'subject' | 'before' | 'after'>

/** A connection pool that shows the headers of the last answer, which official clients keep to themselves. */
class ShowingAgent extends Agent {
  headers: IncomingHttpHeaders = {}

  addRequest(request: ClientRequest, ...rest: unknown[]): void {
    request.once('response', (response) => {
      this.headers = response.headers
    })
    const parent = Agent.prototype as unknown as { addRequest(request: ClientRequest, ...rest: unknown[]): void }
    parent.addRequest.call(this, request, ...rest)
  }
}

/** The official client with one header more, and what the last answer's `X-Rollcall-Changes` was. */
export interface Rehearsing {
  readonly client: Client
  readonly older: Client2018
  told(): string | undefined
  changes(): Change[]
}

export function rehearsing(server: Pick<TestServer, 'port'>, key: Key, asked = 'true', reqMethod?: 'GET'): Rehearsing {
  const agent = new ShowingAgent()
  const headers = { 'X-Rollcall-Dry-Run': asked }
  const options = { endpoint: `127.0.0.1:${server.port}`, headers, agent, ...(reqMethod && { reqMethod }) }
  const told = () => agent.headers['x-rollcall-changes'] as string | undefined
  return { client: sdkClient(key, options), older: sdkClient2018(key, options), told, changes: () => JSON.parse(told() as string) }
}

/** A clock that stands and ids that come again after `rewind`: what was rehearsed can then happen exactly so. Request ids stay unique. */
export function repeatablePorts() {
  const clock = heldClock()
  let draws = new Seeded(7)
  let mark = 0
  let drawn = 0
  const next = () => {
    drawn++
    return draws.next()
  }
  const digits = (base: number, length: number) => Array.from({ length }, () => Math.floor(next() * base).toString(base)).join('')
  return {
    ports: {
      clock,
      ids: {
        ...systemPorts.ids,
        text: (length: number) => digits(36, length),
        number: (length: number) => Number(`1${digits(10, length - 1)}`),
        secret: (length: number) => digits(36, length),
        hex: (length: number) => digits(16, length),
      },
    },
    clock,
    mark() {
      mark = drawn
    },
    rewind() {
      draws = new Seeded(7)
      for (drawn = 0; drawn < mark; drawn++) draws.next()
    },
  }
}
