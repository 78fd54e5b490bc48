import { companyStream } from '../../../src/directory/events.ts'
import { Refused } from '../../../src/directory/refusals.ts'
import type { Store, Tx } from '../../../src/storage/store.ts'
import { insertCompany } from '../../../src/storage/tables/companies/companies.ts'
import { asked } from '../../storage/settings-statements.ts'

let companies = 0

/** A company without anything in it, with limits of its own. */
export async function newCompany(store: Store, limits: object = {}): Promise<string> {
  const id = `company-${++companies}`
  await write(store, id, async (tx) => {
    await tx.run(insertCompany, { id, name: id, facts: JSON.stringify({ limits }), created_at: 1 })
  })
  return id
}

/** Runs a unit of work in the company's stream, as a request does. */
export function write<T>(store: Store, company: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return store.write(companyStream(company), asked(), work)
}

/** What came of it: `done`, or the fact that it was refused with. */
export function told(happening: Promise<unknown>): Promise<string> {
  return happening.then(
    () => 'done',
    (error) => (error instanceof Refused ? error.refusal.fact : Promise.reject(error)),
  )
}
