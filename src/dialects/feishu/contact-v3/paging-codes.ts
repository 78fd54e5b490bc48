const reason = 'the page lists no code; these are what the lists beside it answer'

/** Codes of lists whose page lists none for paging. */
export const pagingCodes = {
  40011: { http: 400, msg: 'page size is invalid', reason },
  40012: { http: 400, msg: 'page token is invalid error', reason },
} as const
