import type { Reader } from '../../../storage/store.ts'
import { companyNames } from '../../../storage/tables/vocabularies/company-names.ts'
import type { Position } from '../../paging.ts'
import { type CompanyName, companyNameOf, type NameTable } from './company-name.ts'

interface Wanted {
  readonly table: NameTable
  readonly after?: Position | undefined
  readonly limit: number
}

/** Job titles or work cities of a company, oldest first. */
export async function listCompanyNames(reader: Reader, company: string, { table, after, limit }: Wanted): Promise<CompanyName[]> {
  const rows = await reader.all(companyNames[table].after, { company, at: after?.at ?? -1, after: after?.id ?? '', limit })
  return rows.map(companyNameOf)
}
