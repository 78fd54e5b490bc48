import type { Text } from '../../contract/operation.ts'
import { doubtAfter } from '../../directory/doubt.ts'
import { FeishuError } from './feishu-error.ts'

/** Refusals that any endpoint can meet before its handler: status and the vendor's text (general error codes; token table). */
const known = {
  2200: [500, 'Internal Error'],
  9499: [400, 'bad request'],
  99991400: [429, 'request trigger frequency limit'],
  99991401: [400, 'ip is denied by app setting'],
  99991661: [400, 'Missing access token for authorization. Please make a request with token attached.'],
  99991662: [400, 'app not in use'],
  99991663: [400, 'Invalid access token for authorization. Please make a request with token attached'],
  99991664: [400, 'invalid app token'],
  99991665: [400, 'invalid tenant code'],
  99991668: [400, 'Invalid access token for authorization. Please make a request with token attached.'],
  99991671: [400, 'Invalid token: must start with t-/u-'],
  99991672: [400, 'Access denied.'],
  99991673: [400, 'unauthorized app'],
  99991677: [400, 'token expire'],
  99991679: [
    400,
    'Unauthorized. You do not have permission to perform the requested operation on the resource. Please request user re-authorization and try again.',
  ],
  99992361: [400, 'open_id cross app'],
  99992402: [400, 'field validation failed'],
} as const

export type GatewayCode = keyof typeof known

export const gatewayCodes: readonly string[] = Object.keys(known)

/** Status and text of a code of the gateway; of any other, a plain one. */
export function gatewayText(code: number): readonly [http: number, msg: string] {
  return (known as Readonly<Record<number, readonly [number, string]>>)[code] ?? [400, 'bad request']
}

/** What is told of a fault of ours, whose cause is in the log. */
export function failureText(logId: string, thrown: unknown): Text {
  const doubt = doubtAfter(thrown)
  return {
    en: `The server failed to answer; its log tells more under ${logId}.${doubt.en}`,
    zh: `服务器内部错误，请按 ${logId} 查询日志。${doubt.zh}`,
  }
}

export function gatewayError(code: GatewayCode, text: Text, more: ConstructorParameters<typeof FeishuError>[2] = {}): FeishuError {
  const [http, msg] = known[code]
  return new FeishuError(code, text, { http, msg, ...more })
}
