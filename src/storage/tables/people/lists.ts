import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

/** Where a person stands in a department: larger orders first, then who joined first. */
export interface Seat {
  person: string
  person_order: number
  joined_at: number
}

/** Stands before everybody of a department. */
export const firstSeat: Seat = { person: '', person_order: Number.MAX_SAFE_INTEGER, joined_at: 0 }

/** Who sits directly in a department behind a place: first who has the same order there, then who has a smaller one. Nobody is passed over. */
export const seatsBehind = statement(
  (_db, p: Seat & { company: string; department: string; limit: number }) => sql<Seat>`
    select person, person_order, joined_at from (
      select * from (
        select person, person_order, joined_at from person_departments
        where company = ${p.company} and department = ${p.department} and person_order = ${p.person_order}
          and (joined_at, person) > (${p.joined_at}, ${p.person})
        order by joined_at, person limit ${p.limit}) as level
      union all
      select * from (
        select person, person_order, joined_at from person_departments
        where company = ${p.company} and department = ${p.department} and person_order < ${p.person_order}
        order by person_order desc, joined_at, person limit ${p.limit}) as lower
    ) as seats
    order by person_order desc, joined_at, person limit ${p.limit}`,
)

/** Which of these people are there and have not resigned, by id, from behind one on. */
export const presentPeople = statement((db, p: { company: string; ids: readonly string[]; after: string; limit: number }, engine) =>
  db
    .selectFrom('people')
    .where('company', '=', p.company)
    .where('id', 'in', textsOf(engine, p.ids))
    .where('id', '>', p.after)
    .where('resigned_at', 'is', null)
    .orderBy('id')
    .limit(p.limit)
    .select('id'),
)
