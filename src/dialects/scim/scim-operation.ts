import { type TSchema, Type } from 'typebox'
import { type DocumentedError, type Operation, operationKey, type Text } from '../../contract/operation.ts'
import type { Call, Sent } from './call.ts'
import type { Reply } from './reply.ts'
import { busy, everywhere, type ScimCode, statusOf } from './scim-error.ts'

/** What one operation says of itself; everything else is derived. */
export interface Declaration {
  readonly name: string
  /** The folder: `users`, `groups`, `discovery`, `search`, `bulk`. */
  readonly area: string
  readonly summary: Text
  readonly source: string
  readonly kind: 'read' | 'write'
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Behind `/scim/v2`, as a router writes it: `/Users/:id`. */
  readonly route: string
  /** What it may answer beside what every operation may. `notFound` and `invalidSyntax` belong here too where a request brings them about. */
  readonly errors: readonly ScimCode[]
  /** Listed codes that no request leads to, each with the reason. */
  readonly unreachable?: Readonly<Partial<Record<ScimCode, string>>>
  /** Documents of what is sent; the handler reads it itself. */
  readonly query?: TSchema
  readonly body?: TSchema
  /** The document of the answer; left out, there is no body. */
  readonly output?: TSchema
  /** The status of a success, for the documents. */
  readonly status: 200 | 201 | 204
  /** `nobody`: no token is asked for. `always`: while synchronization is off too. */
  readonly open?: 'nobody' | 'always'
  /** False for a write that is many transactions, and refuses to be rehearsed. */
  readonly rehearsed?: false
  /** Bytes of the largest body; 4 MiB when left out. */
  readonly bodyLimit?: number
  handle(call: Call, sent: Sent): Promise<Reply>
}

/** A declared operation, ready to be called through this wire. */
export interface ScimOperation extends Operation {
  readonly dialect: 'scim'
  readonly routePath: string
  readonly status: number
  readonly open: 'nobody' | 'always' | undefined
  readonly bodyLimit: number
  readonly readsBody: boolean
  readonly codes: ReadonlySet<string>
  handle(call: Call, sent: Sent): Promise<Reply>
}

/** Where all operations live. */
export const root = '/scim/v2'

const mostBytes = 4 * 1024 * 1024

/** Declares one operation of this wire. */
export function scimOperation(declared: Declaration): ScimOperation {
  const { name, area, summary, source, kind, method, route, query, body, output, handle } = declared
  const path = root + route
  return {
    dialect: 'scim',
    service: 'scim',
    version: 'v2',
    name,
    key: operationKey('scim', 'v2', name),
    area,
    summary,
    source,
    kind,
    permission: `scim:${name}`,
    ...(declared.rehearsed === false && { rehearsed: false as const }),
    ...(declared.open === 'nobody' && { tokens: [] }),
    http: { method, path: path.replace(/:(\w+)/g, '{$1}') },
    routePath: path,
    input: Type.Object({
      ...(route.includes(':id') && { params: Type.Object({ id: Type.String() }) }),
      ...(query && { query }),
      ...(body && { body }),
    }),
    output: output ?? Type.Null(),
    errors: documentedErrors(declared),
    status: declared.status,
    open: declared.open,
    bodyLimit: declared.bodyLimit ?? mostBytes,
    readsBody: method !== 'GET' && method !== 'DELETE',
    codes: new Set([...declared.errors, ...everywhere, ...busy]),
    handle,
  }
}

function documentedErrors({ name, errors, unreachable = {} }: Declaration): DocumentedError[] {
  const stray = (Object.keys(unreachable) as ScimCode[]).find((code) => !errors.includes(code))
  if (stray !== undefined) throw new Error(`${name} says more about ${stray}, which it does not list`)
  const listed = errors.map((code): DocumentedError => {
    const said = { code, says: `${statusOf(code)}` }
    if (unreachable[code] !== undefined) return { ...said, reach: 'unreachable', reason: unreachable[code] }
    return { ...said, reach: 'state' }
  })
  return [...listed, ...busy.map((code): DocumentedError => ({ code, says: `${statusOf(code)}`, reach: 'fault' }))]
}
