import { scimError } from '../scim-error.ts'

/** RFC 7644 §4: what a server says of itself is not to be filtered. */
export function refuseFilter(query: URLSearchParams): void {
  if (!query.has('filter')) return
  throw scimError(
    'forbidden',
    'What the server says of itself is not filtered. Leave filter out and read all of it.',
    '能力发现接口不支持过滤，请省略 filter 并读取全部内容。',
  )
}
