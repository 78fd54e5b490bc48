import type { Answer } from '../../contract/exchange.ts'
import type { Language } from './requests/common-parameters.ts'
import type { TencentError } from './tencent-error.ts'
import { membersOf } from './written-list.ts'

/** What an answer is about: `tencent:<Action>` and the id that the client and the log share. */
export interface About {
  readonly operation: string
  readonly requestId: string
}

/** This wire answers 200 whatever happened; the envelope tells. */
export function success({ operation, requestId }: About, output: object): Answer {
  const members = membersOf(output)
  return enveloped(`${members}${members === '' ? '' : ','}"RequestId":"${requestId}"`, operation, 'OK', requestId)
}

export function refusal({ operation, requestId }: About, error: TencentError, language: Language, fault?: unknown): Answer {
  const message = language === 'zh-CN' ? error.text.zh : error.text.en
  const told = JSON.stringify({ Code: error.code, Message: message })
  return enveloped(`"Error":${told},"RequestId":"${requestId}"`, operation, error.code, requestId, fault)
}

function enveloped(members: string, operation: string, code: string, requestId: string, fault?: unknown): Answer {
  const outcome = fault === undefined ? { operation, code, requestId } : { operation, code, requestId, fault }
  return { status: 200, type: 'application/json', body: `{"Response":{${members}}}`, outcome }
}
