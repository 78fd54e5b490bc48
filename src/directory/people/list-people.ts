import type { Reader } from '../../storage/store.ts'
import { firstSeat, presentPeople, type Seat, seatsBehind } from '../../storage/tables/people/lists.ts'
import { findPeople } from './find-people.ts'
import type { Person } from './person.ts'

/** A person in the list of a department, and the place from which the list goes on. */
export interface Seated {
  readonly person: Person
  readonly seat: Seat
}

/** Places in a department as they follow each other, behind one. */
export async function seatsOf(
  reader: Reader,
  company: string,
  department: string,
  behind: Seat | undefined,
  limit: number,
): Promise<Seat[]> {
  return reader.all(seatsBehind, { company, department, limit, ...(behind ?? firstSeat) })
}

/** Who sits directly in a department, the larger order first and then who joined first, behind a place; `limit` of them at most. */
export async function seatedPeople(
  reader: Reader,
  company: string,
  department: string,
  behind: Seat | undefined,
  limit: number,
): Promise<Seated[]> {
  const seats = await seatsOf(reader, company, department, behind, limit)
  const people = await findPeople(
    reader,
    company,
    seats.map(({ person }) => person),
  )
  return seats.flatMap((seat, index) => {
    const person = people[index]
    return person ? [{ person, seat }] : []
  })
}

/** The ids of those of these people that are there and have not resigned, by id, behind one; `limit` of them at most. */
export async function presentAmong(
  reader: Reader,
  company: string,
  ids: readonly string[],
  behind: string,
  limit: number,
): Promise<string[]> {
  if (ids.length === 0) return []
  return (await reader.all(presentPeople, { company, ids, after: behind, limit })).map(({ id }) => id)
}
