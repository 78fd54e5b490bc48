/** One attribute with its characteristics (RFC 7643 §7), in the very form in which `/Schemas` shows it. */
export interface Attribute {
  readonly name: string
  readonly type: 'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'reference' | 'binary' | 'complex'
  readonly multiValued: boolean
  readonly description: string
  readonly required: boolean
  readonly caseExact: boolean
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
  readonly returned: 'always' | 'never' | 'default' | 'request'
  readonly uniqueness: 'none' | 'server' | 'global'
  readonly canonicalValues?: readonly string[]
  readonly referenceTypes?: readonly string[]
  readonly subAttributes?: readonly Attribute[]
}

/** A schema: the attributes of a resource, or of an extension of one. */
export interface Schema {
  /** Its URN. */
  readonly id: string
  readonly name: string
  readonly description: string
  readonly attributes: readonly Attribute[]
}

type More = Partial<Omit<Attribute, 'name' | 'description'>>

/** An attribute with the standard's own defaults (RFC 7643 §2.2): one optional text without regard to case, to be read and written. */
export function attribute(name: string, description: string, more: More = {}): Attribute {
  return {
    name,
    type: 'string',
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  }
}

export function complex(name: string, description: string, subAttributes: readonly Attribute[], more: More = {}): Attribute {
  return attribute(name, description, { type: 'complex', subAttributes, ...more })
}

/** A list of values, each with the usual companions: what it is shown as, what kind it is, whether it is the one to be preferred. */
export function listOf(name: string, description: string, value: Attribute, kinds?: readonly string[]): Attribute {
  return complex(
    name,
    description,
    [
      value,
      attribute('display', 'A name for people to read.'),
      attribute('type', 'What kind of value this is.', kinds && { canonicalValues: kinds }),
      attribute('primary', 'Whether this is the value to be preferred; one at most is.', { type: 'boolean' }),
    ],
    { multiValued: true },
  )
}
