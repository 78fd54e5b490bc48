import { type ScimError, scimError } from '../scim-error.ts'

export function invalidFilter(en: string, zh: string): ScimError {
  return scimError(
    'invalidFilter',
    `The filter cannot be used: ${en}. Write it as userName eq "lin" and active eq true, with attributes that /Schemas lists.`,
    `过滤条件无效：${zh}。请写成 userName eq "lin" and active eq true 的形式，属性见 /Schemas。`,
  )
}
