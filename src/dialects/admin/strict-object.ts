import { type TObject, type TObjectOptions, type TProperties, Type } from 'typebox'

/** An object that has the given members and no others. */
export function strictObject<Properties extends TProperties>(properties: Properties, options?: TObjectOptions): TObject<Properties> {
  return Type.Object(properties, { ...options, additionalProperties: false })
}
