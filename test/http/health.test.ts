import { expect, test, vi } from 'vitest'
import { createReadiness, healthRoutes } from '../../src/http/health.ts'
import { serving } from './serving.ts'

const asked = async (url: string) => {
  const answer = await fetch(url)
  return [answer.status, await answer.json()]
}

test('the process is up in any state; it is ready only between starting and ending, while its parts are', async () => {
  const readiness = createReadiness()
  await using http = await serving(healthRoutes(readiness.ready))
  const ready = () => asked(`${http.url}/readyz`)

  expect(await ready()).toEqual([503, { status: 'not ready', reason: 'The server is starting.' }])
  const database = { reachable: true }
  readiness.started(async () => {
    if (!database.reachable) throw new Error('The database does not answer.')
  })
  expect(await ready()).toEqual([200, { status: 'ready' }])
  database.reachable = false
  expect(await ready()).toEqual([503, { status: 'not ready', reason: 'The database does not answer.' }])
  database.reachable = true
  readiness.ending()
  expect(await ready()).toEqual([503, { status: 'not ready', reason: 'The server is ending.' }])
  expect(await asked(`${http.url}/healthz`)).toEqual([200, { status: 'up' }])
  expect((await fetch(`${http.url}/healthz`, { method: 'HEAD' })).status).toBe(200)
})

test('a check that hangs counts as failed', async () => {
  vi.useFakeTimers()
  try {
    const route = healthRoutes(() => new Promise(() => {})).find(({ path }) => path === '/readyz')
    const answer = route?.handle({
      method: 'GET',
      path: '/readyz',
      query: '',
      headers: {},
      body: Buffer.alloc(0),
      oversized: false,
      params: {},
      ip: '',
    })
    await vi.advanceTimersByTimeAsync(5000)
    expect(await answer).toMatchObject({ status: 503, body: expect.stringContaining('longer than 5000 ms') })
  } finally {
    vi.useRealTimers()
  }
})
