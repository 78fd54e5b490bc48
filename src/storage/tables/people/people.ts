import { sql } from 'kysely'
import { rowsOf, textsOf } from '../../list-parameter.ts'
import type { PersonRow } from '../../schemas/companies.ts'
import { statement } from '../../statement.ts'

export const peopleWithIds = statement((db, p: { company: string; ids: readonly string[] }, engine) =>
  db.selectFrom('people').where('company', '=', p.company).where('id', 'in', textsOf(engine, p.ids)).selectAll(),
)

/** People of these ids with the codes that `peopleNamed` reads as theirs: who resigned is left out when somebody else has had his code since. */
export const codesOfPeople = statement(
  (_db, p: { company: string; ids: readonly string[] }, engine) => sql<{ id: string; code: string }>`
    select id, code from people
    where company = ${p.company} and id in ${textsOf(engine, p.ids)} and (resigned_at is null or not exists (
      select 1 from people heir where heir.company = people.company and heir.code = people.code
        and (heir.resigned_at is null or (heir.resigned_at, heir.id) > (people.resigned_at, people.id))))`,
)

/**
 * People by `[kind, id]`, kind `id` or `code`, one row for each that is there. A code that somebody has now is his; otherwise it means who had it
 * last and resigned.
 */
export const peopleNamed = statement(
  (_db, p: { company: string; names: readonly (readonly [string, string])[] }, engine) => sql<{
    position: number
    id: string
    code: string
    resigned_at: number | null
  }>`
    select asked.position as position, people.id, people.code, people.resigned_at
    from ${rowsOf(engine, p.names)} as asked
    join people on people.company = ${p.company} and people.id = case asked.value ->> 0
      when 'id' then asked.value ->> 1
      else (select candidate.id from people candidate
        where candidate.company = ${p.company} and candidate.code = asked.value ->> 1
        order by case when candidate.resigned_at is null then 0 else 1 end, candidate.resigned_at desc, candidate.id desc limit 1) end`,
)

const columns = [
  ...(['company', 'id', 'code', 'code_key', 'code_changes', 'name', 'en_name', 'nickname', 'email', 'email_key', 'mobile'] as const),
  ...(['mobile_key', 'mobile_visible', 'enterprise_email', 'enterprise_email_key', 'employee_no', 'employee_no_key', 'gender'] as const),
  ...(['avatar_key', 'city', 'country', 'work_station', 'join_time', 'employee_type', 'job_title', 'job_level', 'job_family'] as const),
  ...(['leader', 'dotted_leaders', 'custom_attrs', 'geo', 'subscriptions', 'is_manager', 'frozen', 'activated', 'exited'] as const),
  ...(['description', 'positions', 'is_founder', 'hold'] as const),
  ...(['unjoined', 'resigned_at', 'created_at', 'updated_at'] as const),
]

/** Every column of a person, taken from the parameters of the same name. */
function valuesOf(p: PersonRow): PersonRow {
  return Object.fromEntries(columns.map((column) => [column, p[column]])) as unknown as PersonRow
}

export const insertPerson = statement((db, p: PersonRow) => db.insertInto('people').values(valuesOf(p)))

/** Writes the whole of a person that is there. */
export const updatePerson = statement((db, p: PersonRow) =>
  db.updateTable('people').set(valuesOf(p)).where('company', '=', p.company).where('id', '=', p.id),
)
