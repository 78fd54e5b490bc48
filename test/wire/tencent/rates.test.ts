import { describe, expect, test } from 'vitest'
import { admin } from '../../kit/admin.ts'
import { type Client, type Key, sdkClient } from '../../kit/clients.ts'
import { newGroup, newUser, newZone, setQuotas, type TestZone, unique } from '../../kit/directory.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { heldTime } from '../../kit/held-time.ts'
import { expectNoChange, expectRefusal } from '../../kit/refusals.ts'
import { startTestServer, type TestServer } from '../../kit/server.ts'

const limited = { settings: { rateLimits: 1 } } as const

async function served<T>(run: (server: TestServer) => Promise<T>, more: Parameters<typeof startTestServer>[0] = {}): Promise<T> {
  const server = await startTestServer({ ...limited, ...more })
  try {
    return await run(server)
  } finally {
    await server.stop()
  }
}

/** How many of these calls are answered before the first that is refused, and what that one says. */
async function answeredBefore(calls: number, call: () => Promise<unknown>, words: string): Promise<number> {
  for (let count = 0; count < calls; count++) {
    try {
      await call()
    } catch (error) {
      await expectRefusal(Promise.reject(error), 'RequestLimitExceeded', words)
      return count
    }
  }
  return calls
}

/** Source: each action's page, 20 requests a second, DescribeOrganization 40; the bare code, which clients retry on. */
describe('RequestLimitExceeded', () => {
  test('at the 21st call of a second, counted by account and action; free again in the next', async () => {
    await served(async (server) => {
      const [place, other] = [await newZone(server), await newZone(server)]
      const { body: second } = await admin<Key>(server, 'POST', `/accounts/${place.uin}/keys`, {})
      const statistics = (client: Client, ZoneId: string) => () => client.GetZoneStatistics({ ZoneId })
      const mine = statistics(place.client, place.zone)
      const alsoMine = statistics(sdkClient(second, { endpoint: `127.0.0.1:${server.port}` }), place.zone)
      const words = 'GetZoneStatistics was called more than 20 times within a second'
      await heldTime(async (pass) => {
        expect(await answeredBefore(15, mine, words)).toBe(15)
        // Another key of the same account shares the bucket.
        expect(await answeredBefore(10, alsoMine, words)).toBe(5)
        await expectRefusal(mine(), 'RequestLimitExceeded', words)
        // Another account and another action have their own.
        await statistics(other.client, other.zone)()
        await place.client.DescribeIdentityCenter()
        pass(999)
        await expectRefusal(mine(), 'RequestLimitExceeded', words)
        pass(1)
        expect(await answeredBefore(21, mine, words)).toBe(20)
      })
    })
  })

  test('at the 41st call of DescribeOrganization', async () => {
    await served(async (server) => {
      const { client } = await newZone(server)
      const words = 'DescribeOrganization was called more than 40 times'
      await heldTime(async () => {
        expect(await answeredBefore(50, () => client.DescribeOrganization({}), words)).toBe(40)
      })
    })
  })

  test('a refused call counts too, and is not carried out', async () => {
    await served(async (server) => {
      const place = await newZone(server)
      await heldTime(async () => {
        const create = () => place.client.CreateUser({ ZoneId: place.zone, UserName: '' })
        for (let count = 0; count < 20; count++) await expectRefusal(create(), 'InvalidParameter.UsernameFormatError', 'UserName')
        const good = () => place.client.CreateUser({ ZoneId: place.zone, UserName: 'late' })
        await expectNoChange(server, place, good, 'RequestLimitExceeded', 'CreateUser was called more than 20 times')
      })
    })
  })

  test('twice as many with the factor 2, and no limit when it is off', async () => {
    for (const [rateLimits, most] of [
      [2, 40],
      ['off', 50],
    ] as const) {
      await served(
        async (server) => {
          const { client } = await newZone(server)
          await heldTime(async () => expect(await answeredBefore(50, () => client.DescribeIdentityCenter(), 'Describe')).toBe(most))
        },
        { settings: { rateLimits } },
      )
    }
  })
})

onEveryEngine('the pace of a zone', (engine) => {
  const paced = (quotas: Record<string, number>, run: (server: TestServer, place: TestZone, pass: (ms: number) => void) => Promise<void>) =>
    served(
      async (server) => {
        const place = await newZone(server)
        await setQuotas(server, place, quotas)
        await heldTime((pass) => run(server, place, pass))
      },
      { engine },
    )

  test('LimitExceeded.CreateUserLimitExceeded', () =>
    paced({ createUserPerSecond: 2 }, async (server, place, pass) => {
      const create = () => newUser(place)
      for (let count = 0; count < 2; count++) await create()
      await expectNoChange(server, place, create, 'LimitExceeded.CreateUserLimitExceeded', 'takes 2 such calls a second')
      pass(1000)
      await create()
    }))

  test('LimitExceeded.AddUserToGroupLimitExceeded', () =>
    paced({ addMemberPerSecond: 1 }, async (server, place, pass) => {
      const { client, zone: ZoneId } = place
      const [GroupId, UserId, second] = [await newGroup(place), await newUser(place), await newUser(place)]
      await client.AddUserToGroup({ ZoneId, GroupId, UserId })
      const add = () => client.AddUserToGroup({ ZoneId, GroupId, UserId: second })
      await expectNoChange(server, place, add, 'LimitExceeded.AddUserToGroupLimitExceeded', 'takes 1 such calls a second')
      pass(1000)
      await add()
    }))

  test('LimitExceeded.RemoveUserFromGroupLimitExceeded; adding keeps a pace of its own', () =>
    paced({ removeMemberPerSecond: 1 }, async (server, place, pass) => {
      const { client, zone: ZoneId } = place
      const [GroupId, users] = [await newGroup(place), [await newUser(place, { UserName: unique('a') }), await newUser(place)]]
      for (const UserId of users) await client.AddUserToGroup({ ZoneId, GroupId, UserId })
      const [first, second] = users as [string, string]
      await client.RemoveUserFromGroup({ ZoneId, GroupId, UserId: first })
      const remove = () => client.RemoveUserFromGroup({ ZoneId, GroupId, UserId: second })
      await expectNoChange(server, place, remove, 'LimitExceeded.RemoveUserFromGroupLimitExceeded', 'takes 1 such calls a second')
      await client.AddUserToGroup({ ZoneId, GroupId, UserId: first })
      pass(1000)
      await remove()
    }))
})
