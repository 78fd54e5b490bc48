import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import { type DocumentedError, type Operation, operationKey, type RateWindow, type Text } from '../../contract/operation.ts'
import type { Call } from './call.ts'

export type TokenKind = 'tenant' | 'user'

/** A documented refusal: HTTP status and the vendor's text, which differ by endpoint for one code. */
export type ErrorTable = Readonly<Record<number, readonly [http: number, msg: string]>>

type NoMembers = Record<never, TSchema>
export interface InputOf<Path extends TProperties, Query extends TProperties, Body extends TProperties> {
  readonly path: Static<TObject<Path>>
  readonly query: Static<TObject<Query>>
  readonly body: Static<TObject<Body>>
}

/** What one endpoint says of itself; everything else is derived. */
export interface Declaration<Path extends TProperties, Query extends TProperties, Body extends TProperties, Output extends TSchema> {
  /** Resource and verb as the official SDK has them: `group_member.batch_remove`. */
  readonly name: string
  /** The folder below `contact-v3`, which is the vendor's documentation area: `group-member`. */
  readonly area: string
  readonly summary: Text
  readonly source: string
  readonly kind: 'read' | 'write'
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** From `/open-apis` on, as a router writes it: `/open-apis/contact/v3/group/:group_id`. */
  readonly route: string
  readonly tokens: readonly TokenKind[]
  /** Kinds of apps that may call it. */
  readonly apps: readonly ('custom' | 'store')[]
  /** One of these must have been granted. */
  readonly scopes: readonly string[]
  readonly windows: readonly RateWindow[]
  /** Windows that hold too for requests that the vendor takes more slowly: none for most. */
  slower?(input: InputOf<Path, Query, Body>): readonly RateWindow[]
  readonly path?: Path
  readonly query?: Query
  /** Left out, a body is ignored. */
  readonly body?: Body
  /** The shape of `data`. */
  readonly output: Output
  /** All that the vendor's page lists for it. */
  readonly errors: ErrorTable
  /** The code for a parameter that is missing or malformed and names none of its own with `refusal`; 40001, or 99992402 where the page lacks it. */
  readonly invalid?: number
  /** Listed codes that no documented request leads to, each with the reason. */
  readonly unreachable?: Readonly<Record<number, string>>
  /** Listed codes that only a failing dependency brings about. */
  readonly faults?: readonly number[]
  /** Codes that the page does not list and that we answer all the same, each with the reason. */
  readonly chosen?: Readonly<Record<number, { readonly http: number; readonly msg: string; readonly reason: string }>>
  handle(call: Call, input: InputOf<Path, Query, Body>): Promise<Static<Output>>
}

/** A declared endpoint, ready to be called through this wire. */
export interface Endpoint extends Operation {
  readonly dialect: 'feishu'
  readonly routePath: string
  readonly tokens: readonly TokenKind[]
  readonly apps: readonly ('custom' | 'store')[]
  readonly scopes: readonly string[]
  readonly windows: readonly RateWindow[]
  slower(input: { path: unknown; query: unknown; body: unknown }): readonly RateWindow[]
  readonly parts: { readonly path: TObject; readonly query: TObject; readonly body: TObject | undefined }
  readonly invalid: number
  /** Status and text of each code that it may answer with. */
  readonly texts: ReadonlyMap<number, readonly [http: number, msg: string]>
  handle(call: Call, input: { path: unknown; query: unknown; body: unknown }): Promise<object>
}

/** Declares one endpoint of this wire. */
export function endpoint<
  Output extends TSchema,
  Path extends TProperties = NoMembers,
  Query extends TProperties = NoMembers,
  Body extends TProperties = NoMembers,
>(declared: Declaration<Path, Query, Body, Output>): Endpoint {
  const { name, errors, chosen = {} } = declared
  const parts = {
    path: Type.Object(declared.path ?? {}),
    query: Type.Object(declared.query ?? {}),
    body: declared.body && Type.Object(declared.body),
  }
  const texts = new Map(Object.entries(errors).map(([code, text]) => [Number(code), text]))
  for (const [code, { http, msg }] of Object.entries(chosen)) texts.set(Number(code), [http, msg])
  return {
    dialect: 'feishu',
    service: 'contact',
    version: 'v3',
    name,
    key: operationKey('feishu', 'v3', name),
    area: `contact-v3/${declared.area}`,
    summary: declared.summary,
    source: declared.source,
    kind: declared.kind,
    permission: declared.scopes.join('|'),
    windows: declared.windows,
    slower: (input) => declared.slower?.(input as never) ?? [],
    http: { method: declared.method, path: declared.route.replace(/:(\w+)/g, '{$1}') },
    routePath: declared.route,
    tokens: declared.tokens,
    apps: declared.apps,
    scopes: declared.scopes,
    input: Type.Object({
      ...(declared.path && { params: parts.path }),
      ...(declared.query && { query: parts.query }),
      ...(parts.body && { body: parts.body }),
    }),
    output: declared.output,
    parts,
    invalid: declared.invalid ?? (texts.has(40001) ? 40001 : 99992402),
    errors: documentedErrors(declared),
    texts,
    handle: (call, input) => declared.handle(call, input as never) as Promise<object>,
  }
}

type Errors = Pick<Declaration<NoMembers, NoMembers, NoMembers, TSchema>, 'name' | 'errors' | 'unreachable' | 'faults' | 'chosen'>

/** What a page lists, with what is known of each; throws where the declaration contradicts itself. */
export function documentedErrors({ name, errors, unreachable = {}, faults = [], chosen = {} }: Errors): DocumentedError[] {
  const codes = Object.keys(errors).map(Number)
  const stray = [...Object.keys(unreachable).map(Number), ...faults].find((code) => !codes.includes(code))
  if (stray !== undefined) throw new Error(`${name} says more about ${stray}, which it does not list`)
  const doubled = Object.keys(chosen).find((code) => codes.includes(Number(code)))
  if (doubled !== undefined) throw new Error(`${name} lists ${doubled} and has chosen it too`)
  const listed = codes.map((code): DocumentedError => {
    const [http, msg] = errors[code] as readonly [number, string]
    const said = { code: String(code), says: `${http} ${msg}` }
    if (unreachable[code] !== undefined) return { ...said, reach: 'unreachable', reason: unreachable[code] }
    return { ...said, reach: faults.includes(code) ? 'fault' : 'state' }
  })
  return [
    ...listed,
    ...Object.entries(chosen).map(
      ([code, { http, msg, reason }]): DocumentedError => ({ code, reach: 'chosen', reason, says: `${http} ${msg}` }),
    ),
  ]
}
