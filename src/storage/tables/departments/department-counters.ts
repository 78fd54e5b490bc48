import { sql } from 'kysely'
import { eachOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

const columns = { department: 'text', people: 'int', primary_people: 'int' } as const

/** Adds to the counters of departments: rows of [department, people more, people more whose primary department it is]. */
export const addToCounters = statement(
  (_db, p: { company: string; rows: readonly (readonly [department: string, people: number, primary: number])[] }, engine) => sql<never>`
      update departments set people = departments.people + more.people, primary_people = departments.primary_people + more.primary_people
      from ${eachOf(engine, p.rows, columns)} as more
      where departments.company = ${p.company} and departments.id = more.department`,
)
