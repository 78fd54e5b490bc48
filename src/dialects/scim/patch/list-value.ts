import { requireFewValues } from '../documents/few-values.ts'
import { readValue } from '../documents/read-value.ts'
import type { Attribute } from '../schemas/attribute.ts'
import type { Entry } from './list-entry.ts'
import type { PlacedOperation } from './placed-operations.ts'
import { singleValue } from './single-value.ts'

const refusing = { unknown: 'refused' } as const

/** The values of a list that an operation names; undefined when it names none. */
export function readList(attribute: Attribute, { value }: PlacedOperation): Entry[] | undefined {
  const sent = readValue(attribute, value, attribute.name, refusing) as Entry[] | undefined
  requireFewValues(attribute.name, sent ?? [])
  return sent
}

/** The part of a value that an operation names; empty when it names nothing. */
export function readPart(attribute: Attribute, sub: Attribute, { value }: PlacedOperation): Entry {
  const read = readValue(sub, singleValue(value), `${attribute.name}.${sub.name}`, refusing)
  return read === undefined ? {} : { [sub.name]: read }
}
