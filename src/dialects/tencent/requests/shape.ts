import type { TSchema } from 'typebox'

/** A schema as JSON Schema, so far as this wire looks into it, with our own keyword `refusal`. */
export interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minItems?: number
  readonly maxItems?: number
  readonly additionalProperties?: unknown
  /** The code that the vendor gives for a wrong value of this parameter, where it is not the common one. */
  readonly refusal?: string
}

export function shapeOf(schema: TSchema): Shape {
  return schema as Shape
}

export function propertyOf(shape: Shape | undefined, name: string): Shape | undefined {
  return shape?.properties && Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined
}

/**
 * The same schema, closed at every level: unknown members are refused, and whole numbers that a number cannot hold exactly.
 * A schema that says otherwise itself keeps what it says.
 */
export function closed(shape: Shape): Shape {
  if (shape.anyOf) return changed(shape, { anyOf: shape.anyOf.map(closed) })
  if (shape.type === 'array' && shape.items) return changed(shape, { items: closed(shape.items) })
  if (shape.type === 'integer') {
    return changed(shape, { minimum: shape.minimum ?? Number.MIN_SAFE_INTEGER, maximum: shape.maximum ?? Number.MAX_SAFE_INTEGER })
  }
  if (shape.type !== 'object' || !shape.properties) return shape
  const properties = Object.fromEntries(Object.entries(shape.properties).map(([name, property]) => [name, closed(property)]))
  return changed(shape, { properties, additionalProperties: shape.additionalProperties ?? false })
}

// TypeBox keeps refinements in hidden properties, which a spread would lose.
function changed(shape: Shape, change: Partial<Shape>): Shape {
  return Object.assign(Object.defineProperties({}, Object.getOwnPropertyDescriptors(shape)), change)
}
