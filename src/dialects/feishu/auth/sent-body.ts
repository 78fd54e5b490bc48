import type { Request } from '../../../contract/exchange.ts'
import { FeishuError } from '../feishu-error.ts'
import { readBody } from '../json-body.ts'

/** What was sent, as JSON or as a form. Refuses with `invalid` what is neither. */
export function sentBody(request: Request, invalid: number): Record<string, unknown> {
  if (!request.oversized && request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(request.body.toString('utf8')))
  try {
    return readBody(request)
  } catch (thrown) {
    if (thrown instanceof FeishuError) throw new FeishuError(invalid, thrown.text)
    throw thrown
  }
}
