import { type ScimError, scimError } from '../scim-error.ts'

/** A removal whose `value` is empty: nobody meant all of it by that. */
export function nothingNamed(attribute: string, at: number): ScimError {
  return scimError(
    'invalidValue',
    `Operation ${at} removes nothing: its value is empty. Name what of ${attribute} is to go, or leave value out to remove all. Nothing was changed.`,
    `第 ${at} 个操作的 value 为空：请指定 ${attribute} 中要移除的内容，或省略 value 以移除全部，未作任何变更。`,
  )
}
