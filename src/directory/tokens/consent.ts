import type { Reader, Tx } from '../../storage/store.ts'
import { findConsent, putConsent } from '../../storage/tables/companies/consents.ts'

interface Whose {
  readonly company: string
  readonly app: string
  readonly person: string
}

/** All that a person has ever granted an app. Source: obtain-oauth-code, "what a user grants an app accumulates". */
export async function consented(reader: Reader, { company, app, person }: Whose): Promise<readonly string[]> {
  const row = await reader.first(findConsent, { company, app, person })
  return row ? (JSON.parse(row.scopes) as string[]) : []
}

/** Adds to what a person has granted an app; takes nothing away. */
export async function consent(tx: Tx, { company, app, person }: Whose, scopes: readonly string[]): Promise<void> {
  const before = await consented(tx, { company, app, person })
  const after = [...new Set([...before, ...scopes])]
  if (after.length > before.length) await tx.run(putConsent, { company, app, person, scopes: JSON.stringify(after) })
}
