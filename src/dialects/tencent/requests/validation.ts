import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { isCommonParameter } from './common-parameters.ts'
import { firstFinding } from './findings.ts'
import { closed, propertyOf, type Shape, shapeOf } from './shape.ts'

/** Turns what was sent into an input of the schema, or throws the refusal that names the first thing wrong with it. */
export type Validate = (sent: Record<string, unknown>) => unknown

/**
 * A validator for an input schema, compiled when it is first needed. A member that is null counts as absent.
 * Common parameters are accepted beside the schema's own and left out.
 */
export function validatorOf(input: TSchema): Validate {
  let check: ((value: unknown) => boolean) | undefined
  let shape: Shape | undefined
  return (sent) => {
    if (!check || !shape) {
      shape = closed(shapeOf(input))
      const compiled = Compile(shape as TSchema)
      check = (value) => compiled.Check(value)
    }
    if (check(sent)) return sent
    const own = Object.fromEntries(Object.entries(sent).filter(([name]) => !isCommonParameter(name) || propertyOf(shape, name)))
    const cleaned = withoutNulls(own)
    if (check(cleaned)) return cleaned
    throw firstFinding(shape, cleaned)
  }
}

/** Object members that are null go; entries of lists stay, so that no position changes its meaning. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]))
}
