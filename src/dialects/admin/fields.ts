import { Type } from 'typebox'

/** A number that names something: positive, and exact as a JSON number. */
function number(description: string) {
  return Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description })
}

export const uin = number('Uin of an account')

export const organizationId = number('Id of an organization')

export const zoneId = Type.String({ minLength: 1, maxLength: 64, description: 'Id of a zone' })

export const time = Type.String({ description: 'ISO 8601, UTC, with milliseconds' })

/** Members of something as they were or are, by their names; null where there is nothing to tell. */
export const facts = (description: string) => Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()], { description })

/** How this wire writes a time. */
export function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
