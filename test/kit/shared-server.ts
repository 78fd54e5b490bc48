import { afterAll, beforeAll } from 'vitest'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { type HeldClock, heldClock } from './held-clock.ts'
import { startTestServer, type TestServer, type TestServerOptions } from './server.ts'

/** One server for all tests of a suite, each of which makes an account of its own, and the clock that the server goes by. */
export interface SharedServer {
  readonly server: TestServer
  readonly clock: HeldClock
}

/** Called in a suite: starts the server before its first test and stops it after the last. */
export function sharedServer(options: Omit<TestServerOptions, 'ports'> = {}): SharedServer {
  const clock = heldClock()
  let started: TestServer | undefined
  beforeAll(async () => {
    started = await startTestServer({ ...options, ports: { ...systemPorts, clock } })
  })
  afterAll(async () => {
    await started?.stop()
  })
  return {
    clock,
    get server() {
      if (!started) throw new Error('the server starts with the first test')
      return started
    },
  }
}
