import { findAttribute } from '../schemas/attribute-path.ts'
import type { ResourceType } from '../schemas/resource-type.ts'
import type { Filter } from './filter.ts'

/** Whether any part of a filter is about this attribute of the core schema. */
export function namesAttribute(filter: Filter, type: ResourceType, name: string): boolean {
  if ('parts' in filter) return filter.parts.some((part) => namesAttribute(part, type, name))
  if (filter.kind === 'not') return namesAttribute(filter.part, type, name)
  const found = findAttribute(type, filter.path)
  return found?.extension === undefined && found?.attribute.name === name
}
