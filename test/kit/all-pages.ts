/** One answer of the NextToken style. Source: semantics, paging styles. */
export interface Paged {
  readonly TotalCounts?: number
  readonly MaxResults?: number
  readonly IsTruncated?: boolean
  readonly NextToken?: string
}

const most = 1000

/** Follows NextToken to the end, and gives every answer on the way. Fails when the end does not come. */
export async function allPages<Answer extends Paged>(ask: (token: { NextToken?: string }) => Promise<Answer>): Promise<Answer[]> {
  const pages: Answer[] = [await ask({})]
  for (let last = pages.at(-1); last?.NextToken !== undefined; last = pages.at(-1)) {
    if (pages.length === most) throw new Error(`no end after ${most} pages`)
    pages.push(await ask({ NextToken: last.NextToken }))
  }
  return pages
}
