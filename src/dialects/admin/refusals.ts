import { wordsIn } from '../../contract/docs/fact-words.ts'
import type { Text } from '../../contract/operation.ts'
import { worded } from '../../contract/shown.ts'
import type { Fact, Refusal } from '../../directory/refusals.ts'
import { Problem } from './problem.ts'
import { accountWordings } from './refusals/accounts.ts'
import { appWordings } from './refusals/apps.ts'
import { bridgeWordings } from './refusals/bridges.ts'
import { companyWordings } from './refusals/companies.ts'
import { companyGroupWordings } from './refusals/company-groups.ts'
import { companyRoleWordings } from './refusals/company-roles.ts'
import { deliveryWordings } from './refusals/deliveries.ts'
import { mailBindingWordings } from './refusals/mail-bindings.ts'
import { memberWordings } from './refusals/members.ts'
import { secretWordings } from './refusals/secrets.ts'
import { serviceWordings } from './refusals/services.ts'
import { vocabularyWordings } from './refusals/vocabularies.ts'
import type { Wording, Wordings } from './refusals/wording.ts'
import { zoneWordings } from './refusals/zones.ts'

/** How this wire says each fact that an operation of it can meet. */
const met = {
  ...accountWordings,
  ...appWordings,
  ...bridgeWordings,
  ...companyWordings,
  ...companyGroupWordings,
  ...companyRoleWordings,
  ...deliveryWordings,
  ...mailBindingWordings,
  ...memberWordings,
  ...secretWordings,
  ...serviceWordings,
  ...vocabularyWordings,
  ...zoneWordings,
  cursor_invalid: {
    status: 400,
    title: 'The cursor is not one of this list',
    en: () => 'The cursor in `after` was not given by this list. Start again without it.',
    zh: () => '`after` 中的游标不是本列表返回的，请去掉后重新查询。',
  },
} satisfies Wordings

/** The facts that an operation of this wire can meet. */
export type AdminFact = keyof typeof met

/** What no operation of this wire brings about: told in general words if it ever does. */
const unmet = {
  status: 409,
  title: 'The directory refuses',
  en: (r: { fact: Fact }) => `The directory refuses this as things stand: ${r.fact}.`,
  zh: (r: { fact: Fact }) => `目录当前状态不允许此操作：${r.fact}。`,
}

/** What this wire says of a fact, for documents; undefined for one that no operation of it meets. */
export function factWords(fact: string): Text | undefined {
  return wordsIn(met, fact)
}

/** The problem document of a fact. */
export function wordRefusal(refusal: Refusal): Problem {
  const { status, title, en, zh } = (met as Partial<Record<Fact, Wording<Fact>>>)[refusal.fact] ?? unmet
  return new Problem({ code: refusal.fact, status, title }, { en: worded(refusal, en), zh: worded(refusal, zh) })
}
