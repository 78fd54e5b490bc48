import { wordsIn } from '../../contract/docs/fact-words.ts'
import type { Operation, Text } from '../../contract/operation.ts'
import { worded } from '../../contract/shown.ts'
import type { CloudRefusal, Fact, Refusal } from '../../directory/refusals.ts'
import { accountWordings } from './refusals/accounts.ts'
import { credentialWordings } from './refusals/credentials.ts'
import { financeWordings } from './refusals/finances.ts'
import { invitationWordings } from './refusals/invitations.ts'
import { leavingWordings } from './refusals/leaving.ts'
import { mailBindingWordings } from './refusals/mail-bindings.ts'
import { memberWordings } from './refusals/members.ts'
import { nodeWordings } from './refusals/nodes.ts'
import { serviceWordings } from './refusals/services.ts'
import type { Met, Wording, Wordings } from './refusals/wording.ts'
import { zoneWordings } from './refusals/zones.ts'
import { TencentError } from './tencent-error.ts'

/** How this wire words each fact. A fact without a row does not compile. */
const wordings: Wordings<CloudRefusal> = {
  ...accountWordings,
  ...zoneWordings,
  ...credentialWordings,
  ...nodeWordings,
  ...memberWordings,
  ...financeWordings,
  ...invitationWordings,
  ...leavingWordings,
  ...serviceWordings,
  ...mailBindingWordings,
  cursor_invalid: {
    code: 'InvalidParameter.NextTokenInvalid',
    en: () => 'NextToken was not given by this action with the same other parameters. Start again without it.',
    zh: () => 'NextToken 不是本接口以相同参数返回的令牌，请去掉后重新查询。',
  },
}

/** What an action says of a fact, for documents; undefined for one that no call of this wire meets. */
export function factWords(fact: string, { name, errors }: Pick<Operation, 'name' | 'errors'>): Text | undefined {
  return wordsIn(wordings, fact, { name, codes: new Set(errors.map(({ code }) => code)) })
}

/** The answer of this wire to a fact. */
export function wordRefusal(refusal: Refusal, met: Met): TencentError {
  const wording = (wordings as Partial<Record<Fact, Wording<Fact>>>)[refusal.fact]
  if (!wording) throw new Error(`no call of this wire meets ${refusal.fact}`)
  const code = typeof wording.code === 'string' ? wording.code : wording.code(refusal, met)
  return new TencentError(code, { en: worded(refusal, (r) => wording.en(r, met)), zh: worded(refusal, (r) => wording.zh(r, met)) })
}
