import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

type Heads = { company: string; department: string; people: readonly string[] }

/** The departments that a person leads or partners. */
export const departmentsHeadedBy = statement((db, p: { company: string; person: string }) =>
  db
    .selectFrom('department_heads')
    .where('company', '=', p.company)
    .where('person', '=', p.person)
    .orderBy('department')
    .select('department'),
)

export const insertHeads = statement(
  (_db, p: Heads, engine) => sql<never>`
    insert into department_heads (company, person, department)
    select cast(${p.company} as text), person.value, cast(${p.department} as text) from ${textsOf(engine, p.people)} as person
    where true on conflict do nothing`,
)

export const deleteHeads = statement((db, p: Heads, engine) =>
  db
    .deleteFrom('department_heads')
    .where('company', '=', p.company)
    .where('person', 'in', textsOf(engine, p.people))
    .where('department', '=', p.department),
)
