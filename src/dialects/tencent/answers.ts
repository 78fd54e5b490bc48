import type { Answer, Outcome } from '../../contract/exchange.ts'
import type { Language } from './requests/common-parameters.ts'
import type { TencentError } from './tencent-error.ts'
import { membersOf } from './written-list.ts'

/** What an answer is about: `tencent:<Action>` and the id that the client and the log share. */
export interface About {
  readonly operation: string
  readonly requestId: string
  /** Of a refusal: what the directory refused with. */
  readonly fact?: string | undefined
}

/** This wire answers 200 whatever happened; the envelope tells. */
export function success({ operation, requestId }: About, output: object): Answer {
  const members = membersOf(output)
  return enveloped(`${members}${members === '' ? '' : ','}"RequestId":"${requestId}"`, { operation, code: 'OK', requestId })
}

export function refusal(about: About, error: TencentError, language: Language, fault?: unknown): Answer {
  const { operation, requestId, fact } = about
  const message = language === 'zh-CN' ? error.text.zh : error.text.en
  const told = JSON.stringify({ Code: error.code, Message: message })
  const outcome = { operation, code: error.code, requestId, fact, fault }
  return enveloped(`"Error":${told},"RequestId":"${requestId}"`, outcome)
}

function enveloped(members: string, outcome: Outcome): Answer {
  return { status: 200, type: 'application/json', body: `{"Response":{${members}}}`, outcome }
}
