import type { Tx } from '../../../storage/store.ts'
import { findEmployeeTypeWithContent, findEmployeeTypeWithTexts } from '../../../storage/tables/vocabularies/employee-types.ts'
import { Refused } from '../../refusals.ts'
import type { Translation } from '../translations.ts'

/** Characters of a content, in any language. Source: employee_type_enum/create. */
const longestContent = 100

interface Content {
  readonly content: string
  readonly i18nContent: readonly Translation[]
}

/** Refuses with `employee_type_content_too_long`. */
export function requireShortContent({ content, i18nContent }: Content): void {
  const texts = [content, ...i18nContent.map(({ value }) => value)]
  if (texts.some((text) => [...text].length > longestContent))
    throw new Refused({ fact: 'employee_type_content_too_long', most: longestContent })
}

/** Refuses with `employee_type_content_taken`, `employee_type_translations_taken` when another type of the company's own has the same. */
export async function requireFreeContent(tx: Tx, company: string, { content, i18nContent }: Content, own?: string): Promise<void> {
  const holder = await tx.first(findEmployeeTypeWithContent, { company, content })
  if (holder && holder.id !== own) throw new Refused({ fact: 'employee_type_content_taken', content })
  if (i18nContent.length === 0) return
  const other = await tx.first(findEmployeeTypeWithTexts, { company, texts: JSON.stringify(i18nContent) })
  if (other && other.id !== own) throw new Refused({ fact: 'employee_type_translations_taken', content })
}
