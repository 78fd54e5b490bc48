import { type TSchema, Type } from 'typebox'

type AllOptional<Fields extends Record<string, TSchema>> = { [Name in keyof Fields]: ReturnType<typeof Type.Optional<Fields[Name]>> }

/** An object of which any members may be given. */
export function some<Fields extends Record<string, TSchema>>(fields: Fields, description: string) {
  const optional = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, Type.Optional(field)])) as AllOptional<Fields>
  return Type.Object(optional, { additionalProperties: false, title: `an object with ${Object.keys(fields).join(', ')}`, description })
}
