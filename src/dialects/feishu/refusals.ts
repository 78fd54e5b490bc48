import { wordsIn } from '../../contract/docs/fact-words.ts'
import type { Text } from '../../contract/operation.ts'
import { worded } from '../../contract/shown.ts'
import { type Fact, type PeopleSideRefusal, type Refusal, Refused } from '../../directory/refusals.ts'
import type { Endpoint } from './declaration.ts'
import { FeishuError } from './feishu-error.ts'
import { companyWordings } from './refusals/companies.ts'
import { companyGroupWordings } from './refusals/company-groups.ts'
import { companyRoleWordings } from './refusals/company-roles.ts'
import { departmentWordings } from './refusals/departments.ts'
import { grantWordings } from './refusals/grants.ts'
import { personWordings } from './refusals/people.ts'
import { personContactWordings } from './refusals/people-contacts.ts'
import { leavingPersonWordings } from './refusals/people-leaving.ts'
import { personLinkWordings } from './refusals/people-links.ts'
import { personStandingWordings } from './refusals/people-standing.ts'
import { unitWordings } from './refusals/units.ts'
import { vocabularyWordings } from './refusals/vocabularies.ts'
import type { Wording, Wordings } from './refusals/wording.ts'

/** How this wire words each fact. A fact without a row does not compile. */
const wordings: Wordings<PeopleSideRefusal> = {
  ...companyWordings,
  ...grantWordings,
  ...departmentWordings,
  ...personWordings,
  ...personContactWordings,
  ...personLinkWordings,
  ...personStandingWordings,
  ...leavingPersonWordings,
  ...companyGroupWordings,
  ...companyRoleWordings,
  ...unitWordings,
  ...vocabularyWordings,
}

/** What this wire says of a fact, for documents; undefined for one that no call of it meets. */
export function factWords(fact: string): Text | undefined {
  return wordsIn(wordings, fact)
}

/** The answer of this wire to what was thrown, or a fault of ours: what nobody meant to throw, or what kept a fact from being worded. */
export function wordingOf(thrown: unknown, endpoint: Pick<Endpoint, 'texts'>): FeishuError | { readonly fault: unknown } {
  if (thrown instanceof FeishuError) return thrown
  if (!(thrown instanceof Refused)) return { fault: thrown }
  try {
    return wordRefusal(thrown.refusal, endpoint)
  } catch (fault) {
    return { fault }
  }
}

function wordRefusal(refusal: Refusal, { texts }: Pick<Endpoint, 'texts'>): FeishuError {
  const wording = wordingFor(refusal)
  return new FeishuError(codeOf(wording, texts), { en: worded(refusal, wording.en), zh: worded(refusal, wording.zh) })
}

/** The code of a fact for one entry of a batch, where the answer tells it beside others. */
export function codeOfFact(refusal: Refusal, { texts }: Pick<Endpoint, 'texts'>): number {
  return codeOf(wordingFor(refusal), texts)
}

function wordingFor({ fact }: Refusal): Wording<Fact> {
  const wording = (wordings as Partial<Record<Fact, Wording<Fact>>>)[fact]
  if (!wording) throw new Error(`no call of this wire meets ${fact}`)
  return wording
}

function codeOf({ codes }: Wording<Fact>, texts: ReadonlyMap<number, unknown>): number {
  return codes.find((code) => texts.has(code)) ?? (codes.at(-1) as number)
}
