import { lookup } from 'node:dns'
import http from 'node:http'
import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

/** Source: RFC 6761, section 6.3: names that end in .localhost are this machine. Not every resolver knows. */
const local: LookupFunction = (host, options, found) => lookup(host.endsWith('.localhost') ? '127.0.0.1' : host, options, found)

/**
 * Called in a suite: clients reach `anything.localhost`, whatever the machine's resolver says. Official clients that are given no agent use
 * Node's global one, which takes a `lookup` as `net.connect` does; nothing in the clients or in what they send is changed.
 */
export function reachLocalhostNames(): void {
  const usual = http.globalAgent
  beforeAll(() => {
    http.globalAgent = new http.Agent({ lookup: local })
  })
  afterAll(() => {
    http.globalAgent = usual
  })
}
