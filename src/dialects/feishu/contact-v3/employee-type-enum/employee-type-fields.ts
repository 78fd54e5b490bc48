import { type Static, Type } from 'typebox'
import type { EmployeeType } from '../../../../directory/vocabularies/employee-types/employee-type.ts'
import { localized, showLocalized, shownLocalized } from '../../localized.ts'

/** What the endpoints that write have in common. */
export const typeWriter = { kind: 'write', tokens: ['tenant'], apps: ['custom'], scopes: ['contact:contact'] } as const

export const typePath = { enum_id: Type.String() }

/** The answer to what is wrong where the page lists no code. */
export const invalidParameter = {
  http: 400,
  msg: 'invalid param',
  reason: 'the page lists no code; this is what its neighbours answer to a parameter that is not right',
} as const

/** Only types of the company's own are written: the built-in ones, `enum_type` 1, stay as they are. */
export const typeBody = {
  content: Type.String({ minLength: 1, pattern: '\\S' }),
  enum_type: Type.Integer({ enum: [2] }),
  enum_status: Type.Integer({ enum: [1, 2] }),
  i18n_content: localized({ least: 1 }),
}

export const shownType = Type.Object({
  enum_id: Type.String(),
  enum_value: Type.String(),
  content: Type.String(),
  enum_type: Type.Integer({ description: '1 built in, 2 custom' }),
  enum_status: Type.Integer({ description: '1 active, 2 inactive' }),
  i18n_content: shownLocalized,
})

export function showType({ id, number, content, builtIn, active, i18nContent }: EmployeeType): Static<typeof shownType> {
  return {
    enum_id: id,
    enum_value: String(number),
    content,
    enum_type: builtIn ? 1 : 2,
    enum_status: active ? 1 : 2,
    i18n_content: showLocalized(i18nContent),
  }
}
