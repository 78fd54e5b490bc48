import type { Request } from '../../contract/exchange.ts'
import { dryRunAsked } from '../../contract/rehearsals.ts'
import { newRehearsal, type Rehearsal } from '../../directory/rehearsal.ts'
import type { Action } from './action.ts'
import { commonError } from './common-errors.ts'

/** The rehearsal that a request asks for; reads change nothing and have none. */
export function rehearsalFor(request: Request, { kind }: Action): Rehearsal | undefined {
  if (kind === 'read') return undefined
  const asked = dryRunAsked(request)
  if (asked === 'no') return undefined
  if (asked === 'yes') return newRehearsal()
  throw commonError('InvalidParameter', {
    en: 'The header `X-Rollcall-Dry-Run` must be `true` or `false`. Nothing was changed.',
    zh: '请求头 `X-Rollcall-Dry-Run` 应为 `true` 或 `false`，未作任何变更。',
  })
}
