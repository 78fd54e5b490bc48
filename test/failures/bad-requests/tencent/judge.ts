import { isCommonCode } from '../../../../src/dialects/tencent/common-errors.ts'
import { organization20210331 } from '../../../../src/dialects/tencent/organization-2021-03-31.ts'
import { type Answer, wrongPlain, wrongStatus } from '../answers.ts'
import type { Verdict } from '../wire.ts'

const documented = new Set(organization20210331.flatMap(({ codes }) => [...codes]))

/** What an answer says, whatever was asked. */
export function judge(answer: Answer): Verdict {
  const code = /"(?:Code|type|error)":"([^"]+)"/.exec(answer.body)?.[1]
  return { wrong: wrongWith(answer), outcome: code ?? `status ${answer.status}`, changes: true }
}

function wrongWith(answer: Answer): string | undefined {
  const { status, type, body } = answer
  const wrong = wrongStatus(answer)
  if (wrong || body === '' || !/json/.test(type)) return wrong
  const parsed = JSON.parse(body) as Record<string, unknown>
  if (!('Response' in parsed)) return wrongPlain(answer)
  const response = parsed.Response as { RequestId?: unknown; Error?: { Code?: unknown; Message?: unknown } }
  if (typeof response.RequestId !== 'string' || status !== 200)
    return `an envelope without RequestId or 200: ${status} ${body.slice(0, 300)}`
  if (response.Error === undefined) return undefined
  const { Code, Message } = response.Error
  if (typeof Code !== 'string' || typeof Message !== 'string' || Message === '')
    return `an error without Code or Message: ${body.slice(0, 300)}`
  if (Code === 'InternalError') return `InternalError: ${body.slice(0, 300)}`
  return isCommonCode(Code) || documented.has(Code) ? undefined : `the code ${Code} is documented nowhere`
}
