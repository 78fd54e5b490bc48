import { scimError } from '../scim-error.ts'

/** Values that one attribute of a user may have: enough for people, and few enough that no operation on them takes long. */
const mostValues = 100

export function requireFewValues(attribute: string, values: readonly unknown[]): void {
  if (values.length <= mostValues) return
  throw scimError(
    'invalidValue',
    `${attribute} may have ${mostValues} values at most. Send fewer; nothing was changed.`,
    `${attribute} 最多 ${mostValues} 个值，请减少后重试，未作任何变更。`,
  )
}
