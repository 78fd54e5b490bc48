import { expect, test } from 'vitest'
import { readToken, writeToken } from '../../../../src/contract/page-token.ts'
import { allPages, type Paged } from '../../../kit/all-pages.ts'
import { newZone, type TestZone } from '../../../kit/directory.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import type { SharedServer } from '../../../kit/shared-server.ts'

interface Paging {
  readonly MaxResults?: number
  readonly NextToken?: string
}

/** How a list that is paged with NextToken is reached and filled. */
export interface PagedList<Answer extends Paged> {
  readonly world: SharedServer
  /** Makes rows in a new zone, and gives the parameters that lead to them. */
  fill(place: TestZone, rows: number): Promise<object>
  ask(place: TestZone, parameters: object & Paging): Promise<Answer>
  ids(answer: Answer): string[]
  /** The code for a page size out of range. */
  readonly sizeCode: string
}

/** Source: semantics, paging styles: MaxResults 1-100, default 10; NextToken only when truncated; the next call repeats the other parameters. */
export function pagesThrough<Answer extends Paged>({ world, fill, ask, ids, sizeCode }: PagedList<Answer>): void {
  test('every row once, in pages of every size', async () => {
    const place = await newZone(world.server)
    const which = await fill(place, 12)
    const whole = await ask(place, { ...which, MaxResults: 100 })
    expect(new Set(ids(whole)).size).toBe(12)
    expect(whole).toMatchObject({ TotalCounts: 12, MaxResults: 100, IsTruncated: false })
    expect(whole).not.toHaveProperty('NextToken')
    for (const MaxResults of [1, 5, 11, 12]) {
      const pages = await allPages((token) => ask(place, { ...which, MaxResults, ...token }))
      expect(pages.flatMap(ids)).toEqual(ids(whole))
      expect(pages.map((page) => ids(page).length)).toEqual(pages.map((_, at) => Math.min(MaxResults, 12 - at * MaxResults)))
      expect(pages.map(({ IsTruncated }) => IsTruncated)).toEqual(pages.map((_, at) => at < pages.length - 1))
      for (const page of pages) expect(page).toMatchObject({ TotalCounts: 12, MaxResults })
    }
  })

  test('ten rows when no size is asked for; an empty NextToken is the first page', async () => {
    const place = await newZone(world.server)
    const which = await fill(place, 11)
    // Source: the examples of ListGroupMembers and ListJoinedGroupsForUser send NextToken "".
    const first = await ask(place, { ...which, NextToken: '' })
    expect(first).toMatchObject({ MaxResults: 10, TotalCounts: 11, IsTruncated: true, NextToken: expect.any(String) })
    expect(ids(first)).toHaveLength(10)
    // Another page size may follow.
    const rest = await ask(place, { ...which, NextToken: first.NextToken as string, MaxResults: 3 })
    expect([ids(rest).length, rest.IsTruncated]).toEqual([1, false])
  })

  test(`${sizeCode}: a page size outside 1 to 100`, async () => {
    const place = await newZone(world.server)
    const which = await fill(place, 1)
    for (const MaxResults of [0, -1, 101]) await expectRefusal(ask(place, { ...which, MaxResults }), sizeCode, '1 to 100')
    for (const MaxResults of [1, 100]) expect(ids(await ask(place, { ...which, MaxResults }))).toHaveLength(1)
  })

  test('InvalidParameter.NextTokenInvalid: made up, changed, of another zone', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const [which, elsewhere] = [await fill(place, 2), await fill(other, 2)]
    const { NextToken = '' } = await ask(place, { ...which, MaxResults: 1 })
    const { NextToken: foreign = '' } = await ask(other, { ...elsewhere, MaxResults: 1 })
    // Source for the code where an action does not list it: semantics, paging styles.
    for (const token of ['x', '{}', 'OTM0YzE4MzY2ZjdhMWM0MYZDhnYaxsiYTLI=', NextToken.slice(1), foreign, 'x'.repeat(5000)]) {
      await expectRefusal(ask(place, { ...which, NextToken: token }), 'InvalidParameter.NextTokenInvalid', 'Start again without it')
    }
  })

  test('InvalidParameter.NextTokenInvalid: of this list, with a place in it that no row has', async () => {
    const place = await newZone(world.server)
    const which = await fill(place, 2)
    const { NextToken } = await ask(place, { ...which, MaxResults: 1 })
    const [own, ...position] = readToken(NextToken as string) as unknown[]
    for (const [index, value] of position.entries()) {
      const foreign = typeof value === 'number' ? [1.5, 1e19, 1e300, -1e300, '1', null] : ['\0', 'u-\0', '\ud800', 1, null]
      for (const other of foreign) {
        const token = writeToken([own, ...position.with(index, other)])
        await expectRefusal(ask(place, { ...which, NextToken: token }), 'InvalidParameter.NextTokenInvalid', 'Start again without it')
      }
    }
  })
}
