import { findAttribute } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import { scimError } from '../scim-error.ts'

/** By what a list can be sorted: by age, or by the name that is unique in the zone. */
export function sortOf(type: ResourceType, sortBy: string): 'createdAt' | 'name' {
  if (sortBy === '') return 'createdAt'
  const found = findAttribute(type, sortBy)
  const { attribute, sub, extension } = found ?? {}
  if (attribute && extension === undefined && attribute.uniqueness === 'server' && attribute.name !== 'id') return 'name'
  if (attribute?.name === 'meta' && sub?.name === 'created') return 'createdAt'
  const name = type.schema.attributes.find(({ uniqueness }) => uniqueness === 'server')?.name ?? ''
  throw scimError(
    'invalidValue',
    `A list of ${type.name} resources is sorted by ${name} or by meta.created. Choose one of them, or leave sortBy out.`,
    `${type.name} 列表只能按 ${name} 或 meta.created 排序，请更正 sortBy 或省略。`,
  )
}
