import { Type } from 'typebox'
import type { Translation } from '../../directory/vocabularies/translations.ts'
import { oneOf } from './schemas.ts'

const locale = Type.Optional(oneOf(['zh_cn', 'en_us', 'ja_jp']))

interface Bounds {
  readonly least?: number
  readonly most?: number
  /** The code of a list that is not right; the endpoint's own for parameters when absent. */
  readonly refusal?: number
}

/** A text in several languages, as a list; an entry without a locale or a value says nothing. */
export const localized = ({ least, most, refusal }: Bounds = {}) => {
  const code = refusal === undefined ? {} : { refusal }
  const value = Type.String({ ...(least !== undefined && { minLength: least }), ...(most !== undefined && { maxLength: most }), ...code })
  return Type.Optional(Type.Array(Type.Object({ locale, value: Type.Optional(value) }, code), code))
}

/** As it is answered; left out when there is none. */
export const shownLocalized = Type.Optional(Type.Array(Type.Object({ locale: Type.String(), value: Type.String() })))

export function showLocalized(texts: readonly Translation[]): Translation[] | undefined {
  return texts.length === 0 ? undefined : texts.map(({ locale, value }) => ({ locale, value }))
}
