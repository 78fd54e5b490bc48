import { type Static, type TObject, type TOptional, type TProperties, type TSchema, type TUnknown, Type } from 'typebox'
import type { Request } from '../../contract/exchange.ts'
import { type Operation, operationKey, type Text } from '../../contract/operation.ts'
import type { Session } from '../../directory/session.ts'
import { type Input, inputReader } from './input.ts'
import type { OwnKind } from './problem.ts'
import type { AdminFact } from './refusals.ts'
import { strictObject } from './strict-object.ts'

/** What an operation's handler is given beside its input. */
export interface AdminCall {
  readonly session: Session
  readonly verifyWebhook: VerifyWebhook
  readonly meant: Meant
}

/**
 * The known scope or type of event that is a letter or two away from what is written; undefined for one that is known itself, and for one that is
 * near none: apps have scopes and events of other products too.
 */
export type Meant = (what: 'scope' | 'event', written: string) => string | undefined

/**
 * Sends a webhook that is about to be saved its challenge; undefined when it repeated it in time, otherwise why it does not count, as the end of
 * a sentence.
 */
export type VerifyWebhook = (
  url: string,
  keys: { readonly verificationToken: string; readonly encryptKey: string | undefined },
) => Promise<string | undefined>

type NoMembers = Record<never, TSchema>
type NoBody = TOptional<TUnknown>
type InputOf<Params extends TProperties, Query extends TProperties, Body extends TSchema> = Static<
  TObject<{ params: TObject<Params>; query: TObject<Query>; body: Body }>
>

/** What one operation says of itself; everything else is derived. */
export interface Declaration<Params extends TProperties, Query extends TProperties, Body extends TSchema, Output extends TSchema> {
  readonly name: string
  /** The resource, which is the folder too: `accounts`. */
  readonly area: string
  readonly summary: Text
  readonly kind: 'read' | 'write'
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As a router writes it: `/admin/v1/accounts/:uin`. */
  readonly path: string
  readonly params?: Params
  readonly query?: Query
  /** `Type.Optional` for a body that may be left out; absent = a body is refused. */
  readonly body?: Body
  readonly output: Output
  /** Of an answer that is no problem; 204 has no body. */
  readonly status: 200 | 201 | 204
  /** The facts that it may refuse with, and refusals of this wire's own. */
  readonly errors: readonly (AdminFact | OwnKind)[]
  handle(call: AdminCall, input: InputOf<Params, Query, Body>): Promise<Static<Output>>
}

/** A declared operation, ready to be called through this wire. */
export interface AdminOperation extends Operation {
  readonly dialect: 'admin'
  readonly status: 200 | 201 | 204
  /** `http.path` as a router writes it. */
  readonly routePath: string
  /** The codes of `errors`. */
  readonly codes: ReadonlySet<string>
  read(request: Request): Input
  handle(call: AdminCall, input: Input): Promise<unknown>
}

/** Declares one operation of Rollcall's own API. */
export function adminOperation<
  Output extends TSchema,
  Params extends TProperties = NoMembers,
  Query extends TProperties = NoMembers,
  Body extends TSchema = NoBody,
>(declared: Declaration<Params, Query, Body, Output>): AdminOperation {
  const { name, params, query, body, errors } = declared
  const parts = { params: strictObject(params ?? {}), query: strictObject(query ?? {}), ...(body && { body }) }
  return {
    dialect: 'admin',
    service: 'admin',
    version: 'v1',
    name,
    key: operationKey('admin', 'v1', name),
    area: declared.area,
    summary: declared.summary,
    source: 'Rollcall',
    kind: declared.kind,
    permission: `admin:${name}`,
    ...(errors.includes('rehearsal_not_possible') && { rehearsed: false as const }),
    http: { method: declared.method, path: declared.path.replace(/:(\w+)/g, '{$1}') },
    routePath: declared.path,
    status: declared.status,
    input: Type.Object({ ...(params && { params: parts.params }), ...(query && { query: parts.query }), ...(body && { body }) }),
    output: declared.output,
    errors: errors.map((code) => ({ code, reach: 'state' })),
    codes: new Set(errors),
    read: inputReader(strictObject(parts)),
    handle: (call, input) => declared.handle(call, input as unknown as InputOf<Params, Query, Body>),
  }
}
