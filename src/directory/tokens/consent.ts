import type { Reader, Tx } from '../../storage/store.ts'
import { addConsentedScopes, consentedScopes } from '../../storage/tables/companies/consented-scopes.ts'

interface Whose {
  readonly company: string
  readonly app: string
  readonly person: string
}

/** All that a person has ever granted an app. Source: obtain-oauth-code, "what a user grants an app accumulates". */
export async function consented(reader: Reader, { company, app, person }: Whose): Promise<readonly string[]> {
  return (await reader.all(consentedScopes, { company, app, person })).map(({ scope }) => scope)
}

/** Adds to what a person has granted an app; takes nothing away. */
export async function consent(tx: Tx, { company, app, person }: Whose, scopes: readonly string[]): Promise<void> {
  if (scopes.length > 0) await tx.run(addConsentedScopes, { company, app, person, rows: scopes.map((scope) => [scope] as const) })
}
