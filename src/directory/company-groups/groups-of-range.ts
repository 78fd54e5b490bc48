import { findCompanyGroup } from '../../storage/tables/companies/company-groups.ts'
import type { Reader } from '../session.ts'

/** What is told of a group that came into a range or left it. */
export interface RangeGroup {
  readonly id: string
  readonly name: string
  readonly kind: 'normal' | 'dynamic'
  readonly people: number
}

/** The groups of these ids that are there, in order. */
export async function groupsOfRange(reader: Reader, company: string, groups: readonly string[]): Promise<RangeGroup[]> {
  const found: RangeGroup[] = []
  for (const group of groups) {
    const row = await reader.first(findCompanyGroup, { company, group })
    if (row) found.push({ id: row.id, name: row.name, kind: row.kind as RangeGroup['kind'], people: row.person_count })
  }
  return found
}
