import fc from 'fast-check'
import { expect, test } from 'vitest'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { eventsIn } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { heldClock } from '../kit/held-clock.ts'
import { expected, type Kind, type Obstacle, obstacles, type Situation, situation, take, type Way } from '../kit/leaving/obstacles.ts'
import { exitCheck } from '../kit/leaving/remedies.ts'
import { refusal } from '../kit/refusals.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

const ways: readonly Way[] = ['remove', 'quit', 'delete']

/** Sets of every size are equally likely: few facts leave ways open, many stand in each other's way. */
const someObstacles: fc.Arbitrary<Obstacle[]> = fc
  .nat(obstacles.length)
  .chain((size) => fc.shuffledSubarray([...obstacles], { minLength: size, maxLength: size }))

async function agrees(server: TestServer, place: Situation, facts: ReadonlySet<Obstacle>): Promise<void> {
  const { company, member, kind } = place
  const told = await exitCheck(server, member.uin)
  const wanted = expected(kind, facts)
  for (const way of ways) expect([way, told[way].map(({ fact, code }) => ({ fact, code }))]).toEqual([way, wanted[way]])
  const { AllowDelete } = await company.client.CheckAccountDelete({ MemberUin: member.uin })
  expect(AllowDelete).toBe(told.delete.length === 0)
  const stream = `organization-${company.organization}`
  const before = await eventsIn(server, stream)
  for (const way of ways.filter((one) => told[one].length > 0)) expect((await refusal(take(way, place))).code).toBe(told[way][0]?.code)
  expect(await eventsIn(server, stream)).toEqual(before)
  // A way that is told to be free is free; quitting and removing end the membership, so one is taken.
  const free = ways.find((way) => told[way].length === 0)
  if (free) await take(free, place)
}

onEveryEngine('facts that keep a member, in any combination', (engine) => {
  test('exit check and actions agree: the first of the list is answered, an empty list is a way out', async () => {
    const server = await startTestServer({ engine, ports: { ...systemPorts, clock: heldClock() } })
    try {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom<Kind>('invited', 'created'), someObstacles, async (kind, chosen) => {
          const facts = new Set(chosen)
          await agrees(server, await situation(server, kind, facts), facts)
        }),
        { numRuns: engine.name === 'sqlite' ? 60 : 25 },
      )
    } finally {
      await server.stop()
    }
  }, 120_000)
})
