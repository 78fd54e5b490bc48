import type { Text } from '../../../../../contract/operation.ts'
import { FeishuError, shownValue } from '../../../feishu-error.ts'
import { worded } from '../../../findings.ts'

/** The refusal of one member of a request, with the code that the vendor has for just that; the rule follows the member's name. */
export function malformed(code: number, field: string, value: unknown, rule: Text): FeishuError {
  const { description, text } = worded(field, rule)
  return new FeishuError(
    code,
    {
      en: `${text.en}. Correct it and call again; nothing was changed.`,
      zh: `${text.zh}，请更正后重试，未作任何变更。`,
    },
    { violations: [{ field, value: shownValue(value), description }], http: 400, msg: 'param error' },
  )
}
