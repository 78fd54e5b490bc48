import type { Reader } from '../../../storage/store.ts'
import {
  customAttributesAfter,
  findCustomAttribute,
  openCustomAttributesWithIds,
} from '../../../storage/tables/vocabularies/custom-attributes.ts'
import type { Position } from '../../paging.ts'
import { Refused } from '../../refusals.ts'
import { type AttributeDefinition, attributeOf } from './custom-attribute.ts'

/** Definitions of those of these fields that are there and open to apps, by id. One query for all. */
export async function openAttributes(reader: Reader, company: string, ids: readonly string[]): Promise<Map<string, AttributeDefinition>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.all(openCustomAttributesWithIds, { company, ids })
  return new Map(rows.map((row) => [row.id, attributeOf(row)]))
}

/** Refuses with `custom_attribute_not_found`. */
export async function attributeNow(reader: Reader, company: string, id: string): Promise<AttributeDefinition> {
  const row = await reader.first(findCustomAttribute, { company, id })
  if (!row) throw new Refused({ fact: 'custom_attribute_not_found', attribute: id })
  return attributeOf(row)
}

interface Wanted {
  /** Only those that are open to apps. */
  readonly open: boolean
  readonly after?: Position | undefined
  readonly limit: number
}

/** Fields of a company, oldest first. */
export async function listAttributes(reader: Reader, company: string, { open, after, limit }: Wanted): Promise<AttributeDefinition[]> {
  const page = { company, at: after?.at ?? -1, after: after?.id ?? '', open: open ? 1 : 0, limit }
  const rows = await reader.all(customAttributesAfter, page)
  return rows.map(attributeOf)
}
