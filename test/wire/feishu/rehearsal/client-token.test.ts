import { expect, test } from 'vitest'
import { contactV3 } from '../../../../src/dialects/feishu/contact-v3.ts'
import { systemPorts } from '../../../../src/directory/system-ports.ts'
import { contentOf } from '../../../kit/content.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { newCompany } from '../../../kit/feishu/company.ts'
import { newPhone } from '../../../kit/feishu/people.ts'
import { type HeldClock, heldClock } from '../../../kit/held-clock.ts'
import { startTestServer, type TestServer } from '../../../kit/server.ts'
import { type Answered, callerOf, toldBy } from './rehearsed-calls.ts'

const day = 24 * 3600 * 1000

/** Two requests of each endpoint that takes a `client_token`, which one token can't both stand for. */
const requests: Readonly<Record<string, () => readonly [first: object, second: object]>> = {
  'user.create': () => {
    const ada = { name: 'Ada', mobile: newPhone(), department_ids: ['0'], employee_type: 1 }
    return [ada, { ...ada, city: 'Bern' }]
  },
  'department.create': () => {
    const sales = { name: 'Sales', parent_department_id: '0' }
    return [sales, { ...sales, order: '2' }]
  },
}

interface Place {
  readonly server: TestServer
  readonly clock: HeldClock
  /** All that is kept. */
  content(): Promise<unknown>
}

/** One endpoint of a new company, called with one token: rehearsed, and in earnest. */
async function callsOf({ server, content }: Place, endpoint: string) {
  const place = await newCompany(server)
  const asked = (data: object) => ({ data, params: { client_token: 'T1' } })
  /** Callers with access tokens in force, which end before a `client_token` does. */
  const callers = async () => {
    const [rehearsing, earnest] = [callerOf(place, 'true'), callerOf(place)]
    for (const { send } of [rehearsing, earnest]) await send('unit.list', {})
    return { rehearsing, earnest }
  }
  let now = await callers()
  return {
    async renew() {
      now = await callers()
    },
    earnest: (data: object): Promise<Answered> => now.earnest.send(endpoint, asked(data)),
    async rehearsed(data: object) {
      const before = await content()
      const answer = await now.rehearsing.send(endpoint, asked(data))
      expect(await content()).toEqual(before)
      return { status: answer.status, body: answer.body, changes: await toldBy(server, answer) }
    },
  }
}

onEveryEngine('a rehearsed request with a client_token', (engine) => {
  async function withServer(work: (place: Place) => Promise<void>): Promise<void> {
    const clock = heldClock()
    const databaseUrl = await engine.newDatabase()
    const server = await startTestServer({ databaseUrl, ports: { ...systemPorts, clock } })
    try {
      await work({ server, clock, content: () => contentOf({ folder: server.folder, databaseUrl }) })
    } finally {
      await server.stop()
    }
  }

  test('does not use the token up, which then stands for whatever is asked in earnest', async () => {
    const takers = contactV3.filter(({ parts }) => 'client_token' in parts.query.properties).map(({ name }) => name)
    expect(Object.keys(requests).toSorted()).toEqual(takers.toSorted())
    await withServer(async (place) => {
      for (const [endpoint, made] of Object.entries(requests)) {
        const { rehearsed, earnest } = await callsOf(place, endpoint)
        const [first, second] = made()
        for (const data of [first, first, second]) {
          const { body, changes } = await rehearsed(data)
          expect([endpoint, body.code, changes.length]).toEqual([endpoint, 0, expect.any(Number)])
          expect(changes).not.toEqual([])
        }
        expect([endpoint, (await earnest(second)).body.code]).toEqual([endpoint, 0])
      }
    })
  })

  test('is answered as the request that the token stands for was, and refused when it is another; a day later it is new', async () => {
    await withServer(async (place) => {
      for (const [endpoint, made] of Object.entries(requests)) {
        const { rehearsed, earnest, renew } = await callsOf(place, endpoint)
        const [first, second] = made()
        const { body } = await earnest(first)
        expect(await rehearsed(first)).toEqual({ status: 200, body, changes: [] })
        const refused = await earnest(second)
        const error = { ...refused.body.error, log_id: expect.any(String), troubleshooter: expect.any(String) }
        expect(await rehearsed(second)).toEqual({ status: refused.status, body: { ...refused.body, error }, changes: [] })
        expect([endpoint, refused.body.code]).toEqual([endpoint, 40021])
        place.clock.pass(day)
        await renew()
        // The work is done anew from here on: what the first one made stands in its way.
        const again = await rehearsed(first)
        expect([endpoint, again.body.code, again.changes]).toEqual([endpoint, endpoint === 'user.create' ? 41001 : 43022, []])
        expect((await earnest(first)).body.code).toBe(again.body.code)
      }
    })
  })
})
