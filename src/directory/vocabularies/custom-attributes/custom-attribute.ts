import type { CustomAttributeRow } from '../../../storage/schemas/vocabularies.ts'
import { type Translation, translationsOf } from '../translations.ts'

export const attributeTypes = ['TEXT', 'HREF', 'ENUMERATION', 'PICTURE_ENUM', 'GENERIC_USER', 'PHONE'] as const
export type AttributeType = (typeof attributeTypes)[number]

/** The types of which a person's value is one of the options. */
export const typesWithOptions: readonly string[] = ['ENUMERATION', 'PICTURE_ENUM'] satisfies AttributeType[]

export interface AttributeOption {
  readonly id: string
  /** A text, or the key of a picture. */
  readonly value: string
  /** What a picture is called; empty for texts. */
  readonly name: string
}

export interface AttributeOptions {
  /** `TEXT` or `PICTURE`. */
  readonly type: string
  /** Empty when none is. */
  readonly defaultOption: string
  readonly list: readonly AttributeOption[]
}

/** The definition of a field of people that a company has of its own. */
export interface AttributeDefinition {
  readonly id: string
  readonly type: AttributeType
  readonly i18nName: readonly Translation[]
  /** null for types that have none. */
  readonly options: AttributeOptions | null
  /** Whether apps may see and set it. */
  readonly open: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

export function attributeOf(row: CustomAttributeRow): AttributeDefinition {
  return {
    id: row.id,
    type: row.type as AttributeType,
    i18nName: translationsOf(row.i18n_name),
    options: row.options === null ? null : (JSON.parse(row.options) as AttributeOptions),
    open: row.open === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function attributeRow(company: string, attribute: AttributeDefinition): CustomAttributeRow {
  return {
    company,
    id: attribute.id,
    type: attribute.type,
    i18n_name: JSON.stringify(attribute.i18nName),
    options: attribute.options && JSON.stringify(attribute.options),
    open: attribute.open ? 1 : 0,
    created_at: attribute.createdAt,
    updated_at: attribute.updatedAt,
  }
}
