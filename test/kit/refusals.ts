import { expect } from 'vitest'
import type { TestZone } from './directory.ts'
import { eventsIn } from './directory.ts'
import type { TestServer } from './server.ts'

/** What the official client throws: it keeps `httpCode` for every status but 200. */
export interface Told {
  readonly code?: string
  readonly message: string
  readonly requestId: string
  readonly httpCode?: number
}

/** What a call was refused with; an answer fails the test. */
export async function refusal(call: Promise<unknown>): Promise<Told> {
  const answer = await call.then(
    (answered) => ({ answered }),
    (error: Told) => ({ error }),
  )
  if ('error' in answer) return answer.error
  throw new Error(`answered instead of refused: ${JSON.stringify(answer.answered)}`)
}

/** The refusal, as documented: HTTP status 200, the code, a request id, and words that name the thing or the way out. */
export async function expectRefusal(call: Promise<unknown>, code: string, words: string | RegExp): Promise<void> {
  const { message, ...told } = await refusal(call)
  expect({ ...told, message }).toMatchObject({ code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  // Source: API 3.0, error answers have status 200; the client keeps any other.
  expect(told.httpCode).toBeUndefined()
  expect(message).toEqual(typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words))
}

/** All that can be read of a zone, and everything that was recorded of it. */
async function stateOf(server: TestServer, { client, zone }: TestZone): Promise<object> {
  const [center, statistics, users, groups, events] = await Promise.all([
    client.DescribeIdentityCenter(),
    client.GetZoneStatistics({ ZoneId: zone }),
    client.ListUsers({ ZoneId: zone, MaxResults: 100 }),
    client.ListGroups({ ZoneId: zone, MaxResults: 100 }),
    eventsIn(server, zone),
  ])
  const members = (groups.Groups ?? []).map(async ({ GroupId }) => {
    const { GroupMembers } = await client.ListGroupMembers({ ZoneId: zone, GroupId: GroupId as string, MaxResults: 100 })
    return GroupMembers
  })
  const state = { center, statistics, users, groups, members: await Promise.all(members) }
  return { ...JSON.parse(JSON.stringify(state, (name, value) => (name === 'RequestId' ? undefined : value))), events }
}

/** `expectRefusal`; `state` is afterwards what it was before. */
export async function expectUnchanged(
  state: () => Promise<unknown>,
  call: () => Promise<unknown>,
  code: string,
  words: string | RegExp,
): Promise<void> {
  const before = await state()
  await expectRefusal(call(), code, words)
  expect(await state()).toEqual(before)
}

/** `expectRefusal`, and the zone is afterwards what it was before. */
export async function expectNoChange(
  server: TestServer,
  place: TestZone,
  call: () => Promise<unknown>,
  code: string,
  words: string | RegExp,
): Promise<void> {
  await expectUnchanged(() => stateOf(server, place), call, code, words)
}
