import { type Static, type TArray, type TObject, type TSchema, Type } from 'typebox'
import { departmentIdTypes, userIdTypes } from './ids.ts'

/** One of some words. */
export function oneOf<const Words extends readonly string[]>(words: Words, options: object = {}) {
  return Type.Unsafe<Words[number]>(Type.String({ enum: [...words], ...options }))
}

/** Which ids of people a request and its answer speak of. */
export const userIdType = Type.Optional(oneOf(userIdTypes))
/** Which ids of departments a request and its answer speak of. */
export const departmentIdType = Type.Optional(oneOf(departmentIdTypes))
/** Both, as most endpoints take them. */
export const idTypes = { user_id_type: userIdType, department_id_type: departmentIdType }
export type IdTypes = Readonly<Static<TObject<typeof idTypes>>>

/** An id that a call can't do without: one that is empty names nothing, and has the code of one that is not there. */
export const namedId = (missing: number) => Type.String({ missing, emptyIsMissing: true })

/** What a repeated call is known by. */
export const clientToken = Type.Optional(Type.String({ maxLength: 255 }))

/** Entries that a page may hold; out of bounds is 40011, or what an endpoint lists instead. */
export const pageSize = (most: number, least = 1, refusal = 40011) =>
  Type.Optional(Type.Integer({ minimum: least, maximum: most, refusal }))
export const pageToken = Type.Optional(Type.String())

export const i18nName = Type.Object({
  zh_cn: Type.Optional(Type.String()),
  ja_jp: Type.Optional(Type.String()),
  en_us: Type.Optional(Type.String()),
})

/** A page as most endpoints answer it, with the list under `key`. */
export function paged<Key extends string, Item extends TSchema>(key: Key, item: Item) {
  const list = { [key]: Type.Array(item) } as Record<Key, TArray<Item>>
  return Type.Object({ ...list, has_more: Type.Boolean(), page_token: pageToken })
}
