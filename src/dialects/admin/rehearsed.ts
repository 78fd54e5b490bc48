import type { Request } from '../../contract/exchange.ts'
import { dryRunAsked } from '../../contract/rehearsals.ts'
import { newRehearsal, type Rehearsal } from '../../directory/rehearsal.ts'
import type { AdminOperation } from './admin-operation.ts'
import { problem } from './problem.ts'

/** The rehearsal that a request asks for; reads change nothing and have none. */
export function rehearsalFor(request: Request, { kind }: AdminOperation): Rehearsal | undefined {
  if (kind === 'read') return undefined
  const asked = dryRunAsked(request)
  if (asked === 'no') return undefined
  if (asked === 'yes') return newRehearsal()
  throw problem(
    'invalid_input',
    'The header `X-Rollcall-Dry-Run` must be `true` or `false`. Nothing was changed.',
    '请求头 `X-Rollcall-Dry-Run` 应为 `true` 或 `false`，未作任何变更。',
  )
}
