import type { Filter } from '../filter/filter.ts'
import { parseFilter } from '../filter/parse-filter.ts'
import { type Projection, projectionOf } from '../projection/projection.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import { type ScimError, scimError } from '../scim-error.ts'

/** What a list is asked for, whether in a query or in the body of a search. */
export interface ListQuery {
  readonly filter: Filter | undefined
  /** As the client named it; empty where it did not. */
  readonly sortBy: string
  readonly descending: boolean
  /** From 1 on. */
  readonly startIndex: number
  readonly count: number
}

/** Resources in one answer at most. */
export const mostListed = 100

/** What the query of a list says. */
export function listQueryIn(query: URLSearchParams): ListQuery {
  return listQueryOf(Object.fromEntries(names.map((name) => [name, query.get(name) ?? undefined])))
}

/** What the body of a search says of the list; what it says of attributes is `searchProjection`. */
export function listQueryInBody(body: Readonly<Record<string, unknown>>): ListQuery {
  requireMessage(body)
  return listQueryOf(memberByName(body, names))
}

/** Which attributes the body of a search asks for: lists of names. */
export function searchProjection(type: ResourceType, body: Readonly<Record<string, unknown>>): Projection {
  const { attributes, excludedattributes } = memberByName(body, ['attributes', 'excludedAttributes'])
  return projectionOf(type, namesIn('attributes', attributes), namesIn('excludedAttributes', excludedattributes))
}

const names = ['filter', 'sortBy', 'sortOrder', 'startIndex', 'count']

/** Members by their lower-case names: letter case does not matter. */
function memberByName(body: Readonly<Record<string, unknown>>, wanted: readonly string[]): Record<string, unknown> {
  const known = new Set(wanted.map((name) => name.toLowerCase()))
  const found = Object.entries(body).filter(([name, value]) => known.has(name.toLowerCase()) && value !== null)
  return Object.fromEntries(found.map(([name, value]) => [name.toLowerCase(), value]))
}

function listQueryOf(asked: Readonly<Record<string, unknown>>): ListQuery {
  const of = (name: string) => asked[name] ?? asked[name.toLowerCase()]
  const filter = textOf('filter', of('filter'))
  const order = textOf('sortOrder', of('sortOrder')).toLowerCase()
  if (order !== '' && order !== 'ascending' && order !== 'descending')
    throw invalid('sortOrder', 'ascending or descending', 'ascending 或 descending')
  return {
    filter: filter === '' ? undefined : parseFilter(filter),
    sortBy: textOf('sortBy', of('sortBy')),
    descending: order === 'descending',
    startIndex: Math.max(1, numberOf('startIndex', of('startIndex')) ?? 1),
    count: Math.min(mostListed, Math.max(0, numberOf('count', of('count')) ?? mostListed)),
  }
}

function textOf(name: string, value: unknown): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') throw invalid(name, 'a text', '文本')
  return value.trim()
}

function numberOf(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  const whole = typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && /^[+-]?\d{1,15}$/.test(value.trim())
  if (!whole) throw invalid(name, 'a whole number', '整数')
  return Number(value)
}

function namesIn(name: string, value: unknown): string[] {
  if (value === undefined) return []
  const list = typeof value === 'string' ? value.split(',').map((each) => each.trim()) : value
  if (!Array.isArray(list) || !list.every((each) => typeof each === 'string')) throw invalid(name, 'a list of names', '属性名列表')
  return list.filter((each) => each !== '')
}

function invalid(name: string, en: string, zh: string): ScimError {
  return scimError('invalidValue', `${name} must be ${en}. Correct it and ask again.`, `参数 ${name} 应为${zh}，请更正后重试。`)
}

/** Where a body names schemas, the message must be among them. */
function requireMessage(body: Readonly<Record<string, unknown>>): void {
  const { schemas } = memberByName(body, ['schemas'])
  if (schemas === undefined) return
  const urn = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest'
  if (Array.isArray(schemas) && schemas.some((each) => typeof each === 'string' && each.toLowerCase() === urn.toLowerCase())) return
  throw scimError(
    'invalidSyntax',
    `schemas must name ${urn}. Send it, or leave schemas out.`,
    `schemas 应包含 ${urn}，请更正或省略 schemas。`,
  )
}
