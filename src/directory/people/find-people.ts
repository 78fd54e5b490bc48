import type { Reader } from '../../storage/store.ts'
import { peopleWithIds } from '../../storage/tables/people/people.ts'
import { departmentsOfPeople } from '../../storage/tables/people/person-departments.ts'
import { Refused } from '../refusals.ts'
import { type Person, personOf, placementOf } from './person.ts'

/** The people of these ids with where they sit, in order; undefined for an id that nobody has. Two queries, whatever their number. */
export async function findPeople(reader: Reader, company: string, ids: readonly string[]): Promise<(Person | undefined)[]> {
  if (ids.length === 0) return []
  const rows = new Map((await reader.all(peopleWithIds, { company, ids })).map((row) => [row.id, row]))
  const placements = Map.groupBy(await reader.all(departmentsOfPeople, { company, people: ids }), ({ person }) => person)
  return ids.map((id) => {
    const row = rows.get(id)
    return row && personOf(row, (placements.get(id) ?? []).map(placementOf))
  })
}

/** One person as he stands now. Refuses with `person_not_found`. */
export async function personNow(reader: Reader, company: string, id: string): Promise<Person> {
  const [person] = await findPeople(reader, company, [id])
  if (!person) throw new Refused({ fact: 'person_not_found', person: id })
  return person
}
