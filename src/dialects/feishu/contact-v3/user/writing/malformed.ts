import { FeishuError } from '../../../feishu-error.ts'

/** The refusal of one member of a request, with the code that the vendor has for just that. */
export function malformed(code: number, field: string, value: unknown, rule: string): FeishuError {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const description = `${field} ${rule}`
  return new FeishuError(
    code,
    {
      en: `${description}. Correct it and call again; nothing was changed.`,
      zh: `参数 ${field} 不合法，请更正后重试，未作任何变更。`,
    },
    { violations: [{ field, value: shown.slice(0, 64), description }], http: 400, msg: 'param error' },
  )
}
