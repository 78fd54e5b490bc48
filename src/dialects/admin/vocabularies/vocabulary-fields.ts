import { type Static, Type } from 'typebox'
import { type AttributeDefinition, attributeTypes } from '../../../directory/vocabularies/custom-attributes/custom-attribute.ts'
import type { CompanyName } from '../../../directory/vocabularies/names/company-name.ts'
import { time, timeOf } from '../fields.ts'
import { strictObject } from '../strict-object.ts'

export const companyId = Type.String({ minLength: 1, maxLength: 64, description: 'Id of a company' })

const locale = Type.String({
  pattern: '^(zh_cn|en_us|ja_jp)$',
  description: 'Language of the text: zh_cn, en_us, ja_jp',
  examples: ['zh_cn'],
})

/** A name in several languages. */
export const translated = Type.Array(strictObject({ locale, value: Type.String({ minLength: 1, maxLength: 255 }) }), { maxItems: 3 })

const name = Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' })
const enabled = Type.Boolean({ description: 'Only what is enabled can be given to people' })

/** The id of a job title or a work city. */
export const nameId = (what: string) => Type.String({ pattern: '^[0-9a-f]{12}$', description: `Id of a ${what}` })

export const newName = strictObject({ name, i18nName: Type.Optional(translated) })
export const changedName = strictObject(
  { name: Type.Optional(name), i18nName: Type.Optional(translated), enabled: Type.Optional(enabled) },
  { minProperties: 1 },
)

export const shownName = Type.Object({ id: Type.String(), name: Type.String(), i18nName: translated, enabled, createdAt: time })

export function showName({ id, name, i18nName, enabled, createdAt }: CompanyName): Static<typeof shownName> {
  return { id, name, i18nName: [...i18nName], enabled, createdAt: timeOf(createdAt) }
}

export const attributeId = Type.String({ pattern: '^C-[0-9]+$', maxLength: 64, description: 'Id of a custom attribute' })
export const attributeType = Type.Enum([...attributeTypes], { description: 'What a value of it is' })
export const open = Type.Boolean({ description: 'Whether apps may see and set it' })

const optionMembers = {
  value: Type.String({ minLength: 1, maxLength: 100, description: 'A text, or the key of a picture' }),
}
const optionId = Type.String({ minLength: 1, maxLength: 64, description: 'Made when it is left out' })
const optionName = Type.String({ maxLength: 100, description: 'What a picture is called' })

/** For ENUMERATION and PICTURE_ENUM, and for no other type. */
export const wantedOptions = strictObject({
  defaultOption: Type.Optional(Type.String({ maxLength: 100, description: 'One of the options, by its id or its value' })),
  list: Type.Array(strictObject({ id: Type.Optional(optionId), ...optionMembers, name: Type.Optional(optionName) }), {
    minItems: 1,
    maxItems: 1000,
  }),
})

export const shownAttribute = Type.Object({
  id: attributeId,
  type: attributeType,
  i18nName: translated,
  options: Type.Union([
    Type.Object({
      type: Type.String(),
      defaultOption: Type.String(),
      list: Type.Array(Type.Object({ id: optionId, ...optionMembers, name: optionName })),
    }),
    Type.Null(),
  ]),
  open,
  createdAt: time,
  updatedAt: time,
})

export function showAttribute({ id, type, i18nName, options, open, ...times }: AttributeDefinition): Static<typeof shownAttribute> {
  return {
    id,
    type,
    i18nName: [...i18nName],
    options: options && { ...options, list: [...options.list] },
    open,
    createdAt: timeOf(times.createdAt),
    updatedAt: timeOf(times.updatedAt),
  }
}
