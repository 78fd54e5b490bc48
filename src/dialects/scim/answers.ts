import type { Answer } from '../../contract/exchange.ts'
import type { Reply } from './reply.ts'
import { type ScimError, scimTypeOf, statusOf } from './scim-error.ts'

/** What an answer is about: `scim:<Name>` and the id that client and log share. */
export interface About {
  readonly operation: string
  readonly requestId: string
  /** Of a refusal: what the directory refused with. */
  readonly fact?: string | undefined
}

const type = 'application/scim+json; charset=utf-8'

export function success({ operation, requestId }: About, { status, body, headers }: Reply): Answer {
  return {
    status,
    type,
    headers: { ...headers, 'x-request-id': requestId },
    body: body === undefined ? '' : JSON.stringify(body),
    outcome: { operation, code: 'OK', requestId },
  }
}

export function refusal({ operation, requestId, fact }: About, error: ScimError, fault?: unknown): Answer {
  return {
    status: statusOf(error.code),
    type,
    headers: { ...error.headers, 'x-request-id': requestId },
    body: JSON.stringify(errorBody(error)),
    outcome: { operation, code: error.code, requestId, fact, fault },
  }
}

/** RFC 7644 §3.12: the status is a text. */
export function errorBody({ code, text }: ScimError): object {
  const scimType = scimTypeOf(code)
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    ...(scimType && { scimType }),
    detail: `${text.en} ${text.zh}`,
    status: String(statusOf(code)),
  }
}
