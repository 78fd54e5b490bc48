import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { eventsIn, type TestEvent } from '../../../kit/directory.ts'
import { expected, type Kind, type Obstacle, obstacles, type Situation, situation, take, type Way } from '../../../kit/leaving/obstacles.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

const ways: readonly Way[] = ['remove', 'quit', 'delete']

interface Told {
  readonly code: string
  readonly fact: string
  readonly explanation: { readonly en: string; readonly zh: string }
  readonly remedy: string
}

const exitCheck = async ({ server }: SharedServer, uin: number) =>
  (await admin<Record<Way, Told[]>>(server, 'GET', `/accounts/${uin}/exit-check`)).body

const short = (list: readonly Told[]) => list.map(({ fact, code }) => ({ fact, code }))

/** Both streams, without what is asked for on purpose. */
const happened = ({ server }: SharedServer, { company }: Situation): Promise<TestEvent[]> =>
  eventsIn(server, `organization-${company.organization}`)

async function blockedAsTold(world: SharedServer, kind: Kind, facts: ReadonlySet<Obstacle>): Promise<void> {
  const place = await situation(world.server, kind, facts)
  const told = await exitCheck(world, place.member.uin)
  const wanted = expected(kind, facts)
  expect({ remove: short(told.remove), quit: short(told.quit), delete: short(told.delete) }).toEqual(wanted)
  const before = await happened(world, place)
  for (const way of ways) {
    const [first] = told[way]
    if (!first) continue
    await expectRefusal(take(way, place), first.code, first.explanation.en)
    expect(first.explanation.zh).toMatch(/[一-鿿]/)
  }
  expect(await happened(world, place)).toEqual(before)
  expect(short((await exitCheck(world, place.member.uin)).remove)).toEqual(wanted.remove)
}

describe('a member that something keeps', () => {
  const world = sharedServer()

  for (const kind of ['invited', 'created'] as const) {
    for (const fact of obstacles) {
      test(`${fact} alone, upon an account that was ${kind}`, () => blockedAsTold(world, kind, new Set([fact])))
    }
    test(`everything at once, upon an account that was ${kind}`, () => blockedAsTold(world, kind, new Set(obstacles)))
  }

  test('nothing: each way out that is open is taken', async () => {
    for (const [kind, way] of [
      ['invited', 'remove'],
      ['invited', 'quit'],
      ['created', 'remove'],
      ['created', 'delete'],
    ] as const) {
      const place = await situation(world.server, kind, new Set())
      expect((await exitCheck(world, place.member.uin))[way]).toEqual([])
      await take(way, place)
    }
  })
})
