import type { PersonRefusal } from '../../../directory/refusals/people.ts'
import type { Wordings } from './wording.ts'

export const personWordings: Wordings<PersonRefusal> = {
  person_not_found: {
    codes: [41012, 41073, 41050],
    en: ({ person }) => `Nobody in this company has the id ${person}. Check the id and user_id_type.`,
    zh: ({ person }) => `企业中没有 ID 为 ${person} 的用户，请检查 ID 及 user_id_type。`,
  },
  person_resigned: {
    codes: [42006],
    en: ({ person }) => `The person ${person} has resigned. Leave that person out, or resurrect the account first.`,
    zh: ({ person }) => `用户 ${person} 已离职，请去掉该用户或先恢复其账号。`,
  },
}
