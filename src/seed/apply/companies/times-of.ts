import { type Translation, translations } from '../../../directory/vocabularies/translations.ts'
import type { Tx } from '../../../storage/store.ts'
import { timeOf } from '../../content/times.ts'

/** When a thing of a document was made and last changed. */
export function timesOf(
  { createdAt, updatedAt }: { createdAt?: string; updatedAt?: string },
  tx: Tx,
): { createdAt: number; updatedAt: number } {
  const made = timeOf(createdAt) ?? tx.origin.at
  return { createdAt: made, updatedAt: timeOf(updatedAt) ?? made }
}

/** A text by language, as the directory keeps it. */
export function translationsIn(texts: Readonly<Record<string, string>> = {}): Translation[] {
  return translations(Object.entries(texts).map(([locale, value]) => ({ locale, value })))
}
