import type { FactWords } from './contract/docs/fact-words.ts'
import type { CommonWords } from './contract/docs/refusals.ts'
import type { Operation } from './contract/operation.ts'
import { exitCheck } from './dialects/admin/accounts/exit-check.ts'
import { adminOperations } from './dialects/admin/operations.ts'
import { problemWords } from './dialects/admin/problem.ts'
import { factWords as adminWords } from './dialects/admin/refusals.ts'
import { getRehearsal } from './dialects/admin/rehearsals/get-rehearsal.ts'
import { standinOperations } from './dialects/admin/standin/operations.ts'
import { authEndpoints } from './dialects/feishu/auth.ts'
import { contactV3 } from './dialects/feishu/contact-v3.ts'
import { gatewayText } from './dialects/feishu/gateway-errors.ts'
import { factWords as feishuWords } from './dialects/feishu/refusals.ts'
import { scimOperations } from './dialects/scim/operations.ts'
import { factWords as scimWords } from './dialects/scim/refusals.ts'
import { type ScimCode, statusOf } from './dialects/scim/scim-error.ts'
import { organization20181225 } from './dialects/tencent/organization-2018-12-25.ts'
import { organization20210331 } from './dialects/tencent/organization-2021-03-31.ts'
import { commonWords as tencentCommonWords } from './dialects/tencent/refusals/any-action.ts'
import { factWords as tencentWords } from './dialects/tencent/refusals.ts'

/** What the dialects say of the codes that any operation may answer. */
export const commonWords: CommonWords = (dialect, code) => {
  if (dialect === 'tencent') return { words: tencentCommonWords(code) }
  if (dialect === 'feishu') return { says: gatewayText(Number(code)).join(' ') }
  return { says: dialect === 'scim' ? `${statusOf(code as ScimCode)}` : problemWords(code) }
}

const nothing = () => undefined

/** How each dialect words what the directory refuses with. */
const wordsByDialect = { tencent: tencentWords, feishu: feishuWords, scim: scimWords, admin: adminWords }

export const factWords: FactWords = (operation, fact) => wordsByDialect[operation.dialect](fact, operation)

/** Documented everywhere, mounted only by a server whose stand-in is on. */
const standin = standinOperations({ turnClock: () => 0 }, { codesOf: nothing, set: nothing, clear: nothing, list: () => [] })

/** Every operation of every dialect: what documents, coverage and catalog are derived from. */
export const operations: readonly Operation[] = [
  ...organization20210331,
  ...organization20181225,
  ...contactV3,
  ...authEndpoints,
  ...scimOperations,
  ...adminOperations,
  exitCheck(() => ({ code: '', explanation: { en: '', zh: '' }, remedy: '' })),
  getRehearsal({ find: nothing }),
  ...standin,
]
