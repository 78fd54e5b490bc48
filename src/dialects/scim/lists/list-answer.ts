import type { Reply } from '../reply.ts'

/** What of a list was found: the resources of the page as they are shown, and how many there are in all. */
export interface Found {
  readonly resources: readonly object[]
  readonly total: number
}

/** RFC 7644 §3.4.2: one page of a list. */
export function listReply({ resources, total }: Found, startIndex: number, perPage = resources.length): Reply {
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: total,
    itemsPerPage: perPage,
    startIndex,
    Resources: resources,
  }
  return { status: 200, body }
}
