import type { Department } from '../../../../directory/departments/department.ts'
import { listChildren, listSubtree } from '../../../../directory/departments/list-departments.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { cut, type PageTokens, pageTokens } from '../../paging.ts'
import { paged } from '../../schemas.ts'
import { departmentReader, readScopes } from './department-calls.ts'
import { never, shownDepartment } from './department-fields.ts'

/** Departments that a user sees of one subtree, however many there are (department/children, fetch_child). */
const mostForUser = 1000

/** What `department.children` and `department.list` declare alike. */
export const belowReader = {
  ...departmentReader,
  scopes: [...readScopes, 'contact:department.organize:readonly'],
  output: paged('items', shownDepartment),
  errors: {
    43010: [400, 'big dept forbid recursion error'],
    40003: [400, 'internal error'],
    40008: [400, 'dept Info is null error'],
    40014: [403, 'no parent dept authority error'],
    40011: [400, 'page size is invalid'],
    40012: [400, 'page token is invalid error'],
    42008: [401, 'tenant id is invalid error'],
    43007: [400, 'duplicated department custom id error'],
    40004: [403, 'no dept authority error'],
  },
  faults: [40003],
  unreachable: { 42008: never[42008], 43007: never.codeTaken, 43010: never[43010] },
} as const

export interface Below {
  readonly endpoint: string
  readonly top: string
  readonly recursive: boolean
  readonly size: number
  readonly token: string | undefined
}

export interface DepartmentPage {
  readonly page: readonly Department[]
  readonly has_more: boolean
  readonly page_token?: string
}

/** One page of what lies directly below a department, or of all that lies below it. */
export async function pageBelow(reader: Reader, call: Call, asked: Below): Promise<DepartmentPage> {
  const tokens = pageTokens(asked.endpoint, call.company.id, call.person, asked.top, asked.recursive)
  return asked.recursive ? subtreePage(reader, call, asked, tokens) : childrenPage(reader, call, asked, tokens)
}

async function childrenPage(reader: Reader, call: Call, { top, size, token }: Below, tokens: PageTokens): Promise<DepartmentPage> {
  const [after] = tokens.read(token, [[0]]) ?? []
  const place = after === undefined ? {} : { after }
  const rows = await listChildren(reader, call.company.id, top, { ...place, limit: size + 1 })
  return cut(rows, size, tokens, ({ position }) => [position])
}

async function subtreePage(reader: Reader, call: Call, { top, size, token }: Below, tokens: PageTokens): Promise<DepartmentPage> {
  const [shown, ...place] = tokens.read(token, [[0, 0, 0, 0, '']]) ?? [0]
  const left = call.person === undefined ? size : Math.min(size, mostForUser - shown)
  const rows = await listSubtree(reader, call.company.id, top, { ...(place.length !== 0 && { after: place }), limit: left + 1 })
  const after = shown + left
  if (call.person !== undefined && after >= mostForUser)
    return { page: rows.slice(0, left).map(({ department }) => department), has_more: false }
  const { page, ...more } = cut(rows, left, tokens, (last) => [after, ...last.place])
  return { page: page.map(({ department }) => department), ...more }
}
