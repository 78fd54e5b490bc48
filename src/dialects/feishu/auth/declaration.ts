import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import { type Operation, operationKey, type Text } from '../../../contract/operation.ts'
import type { Session } from '../../../directory/session.ts'
import { documentedErrors, type ErrorTable } from '../declaration.ts'
import type { TokenRecord } from '../endpoint-deps.ts'

/** How an endpoint answers: fields beside `code`, fields below `data`, or as RFC 6749 has it. */
export type AnswerForm = 'flat' | 'data' | 'oauth'

/** What a handler is given beside its input. */
export interface AuthCall {
  readonly session: Session
  /** The header as it was sent. */
  readonly authorization: string | undefined
  /** Where it came from. */
  readonly ip: string
  /** What a tenant or user token stands for. */
  findToken(token: string): Promise<TokenRecord | undefined>
}

interface Declaration<Body extends TProperties, Output extends TSchema> {
  /** Resource and verb as the official SDK has them: `tenant_access_token.internal`. */
  readonly name: string
  readonly area: string
  readonly version: string
  readonly summary: Text
  readonly source: string
  readonly kind: 'read' | 'write'
  readonly method: 'GET' | 'POST'
  readonly route: string
  /** What it takes as a bearer; left out, nothing. */
  readonly tokens?: readonly ('user' | 'app')[]
  readonly form: AnswerForm
  /** The text of success. */
  readonly ok: string
  readonly body: Body
  readonly output: Output
  readonly errors: ErrorTable
  readonly unreachable?: Readonly<Record<number, string>>
  readonly faults?: readonly number[]
  /** The code for a body that is not as declared, where the member names none of its own. */
  readonly invalid: number
  handle(call: AuthCall, body: Static<TObject<Body>>): Promise<Static<Output>>
}

/** A declared endpoint that gives out tokens, or tells of one. */
export interface AuthEndpoint extends Operation {
  readonly dialect: 'feishu'
  readonly routePath: string
  readonly tokens: readonly string[]
  readonly form: AnswerForm
  readonly ok: string
  readonly body: TObject
  readonly invalid: number
  readonly texts: ReadonlyMap<number, readonly [http: number, msg: string]>
  handle(call: AuthCall, body: unknown): Promise<object>
}

/** Declares one endpoint that gives out tokens: most need none themselves; it knows no scopes and is not limited. */
export function authEndpoint<Body extends TProperties, Output extends TSchema>(declared: Declaration<Body, Output>): AuthEndpoint {
  const { name, area, version, errors } = declared
  const body = Type.Object(declared.body)
  return {
    dialect: 'feishu',
    service: area.split('-')[0] ?? area,
    version,
    name,
    key: operationKey('feishu', version, name),
    area,
    summary: declared.summary,
    source: declared.source,
    kind: declared.kind,
    permission: '',
    rehearsed: false,
    tokens: declared.tokens ?? [],
    http: { method: declared.method, path: declared.route },
    routePath: declared.route,
    form: declared.form,
    ok: declared.ok,
    input: Type.Object(declared.method === 'GET' ? {} : { body }),
    output: declared.output,
    body,
    invalid: declared.invalid,
    errors: documentedErrors(declared),
    texts: new Map(Object.entries(errors).map(([code, text]) => [Number(code), text])),
    handle: (call, sent) => declared.handle(call, sent as Static<TObject<Body>>) as Promise<object>,
  }
}
