import type { Reader } from '../../storage/store.ts'
import { codesOfPeople, peopleNamed } from '../../storage/tables/people/people.ts'

/** How a person is named: by the id that is for ever, or by the code that the company chose. */
export type PersonName = readonly ['id' | 'code', string]

export interface NamedPerson {
  readonly id: string
  readonly code: string
  readonly resigned: boolean
}

/** The people of these names, in order; undefined where nobody has it. One query, whatever their number. */
export async function namedPeople(
  reader: Reader,
  company: string,
  names: readonly (PersonName | undefined)[],
): Promise<(NamedPerson | undefined)[]> {
  const found: (NamedPerson | undefined)[] = names.map(() => undefined)
  if (names.every((name) => name === undefined)) return found
  const asked = names.map((name) => name ?? (['id', ''] as const))
  for (const row of await reader.all(peopleNamed, { company, names: asked })) {
    found[row.position] = { id: row.id, code: row.code, resigned: row.resigned_at !== null }
  }
  return found
}

/** The codes by which people are named, by their ids; without who resigned and whose code means somebody else by now. One query. */
export async function codesOf(reader: Reader, company: string, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await reader.all(codesOfPeople, { company, ids: people })
  return new Map(rows.map(({ id, code }) => [id, code]))
}
