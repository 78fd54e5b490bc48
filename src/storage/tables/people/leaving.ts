import { type RawBuilder, sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import type { PersonRow } from '../../schemas/companies.ts'
import { type Engine, statement } from '../../statement.ts'

type Key = { company: string; person: string }

export const updatePersonCode = statement((db, p: Key & { code: string; changes: number; updated_at: number }) =>
  db
    .updateTable('people')
    .set({ code: p.code, code_key: p.code, code_changes: p.changes, updated_at: p.updated_at })
    .where('company', '=', p.company)
    .where('id', '=', p.person),
)

/** What a person's code, mail, phone and number would collide with, each with who has it. */
export const holdersOfKeys = statement(
  (db, p: { company: string } & Pick<PersonRow, 'code_key' | 'email_key' | 'mobile_key' | 'enterprise_email_key' | 'employee_no_key'>) =>
    db
      .selectFrom('people')
      .where('company', '=', p.company)
      .where((or) =>
        or.or([
          or('code_key', '=', p.code_key),
          or('email_key', '=', p.email_key),
          or('mobile_key', '=', p.mobile_key),
          or('enterprise_email_key', '=', p.enterprise_email_key),
          or('employee_no_key', '=', p.employee_no_key),
        ]),
      )
      .select(['id', 'code_key', 'email_key', 'mobile_key', 'enterprise_email_key', 'employee_no_key']),
)

/** The people that a person leads, those that have him among their dotted-line leaders, and those with a post that he leads; without who has resigned. */
export const peopleLedBy = statement(
  (_db, p: Key & { quoted: string; in_post: string }, engine) => sql<{ id: string }>`
    select id from people where company = ${p.company} and leader = ${p.person} and resigned_at is null
    union
    select id from people
      where company = ${p.company} and substr(dotted_leaders, 1, 2) = '["' and dotted_leaders <> '[]' and resigned_at is null
        and replace(dotted_leaders, ${p.quoted}, '') <> dotted_leaders
    union
    select id from people
      where company = ${p.company} and ${onlyLeaderOfPosts(engine)} = ${p.person} and ${hasLedPosts} and resigned_at is null
    union
    select id from people
      where company = ${p.company} and ${onlyLeaderOfPosts(engine)} = '' and ${hasLedPosts} and resigned_at is null
        and replace(positions, ${p.in_post}, '') <> positions
    order by id`,
)

const hasLedPosts = sql<boolean>`replace(positions, '"leader":"', '') <> positions`

/** Who leads in the one post of a person that is led, and the empty text when several are: what `people_by_leader_of_post` is ordered by. */
function onlyLeaderOfPosts(engine: Engine): RawBuilder<string> {
  const begin = engine === 'postgres' ? sql`strpos(positions, '"leader":"')` : sql`instr(positions, '"leader":"')`
  return sql`
    (case length(positions) - length(replace(positions, '"leader":"', '')) when 10 then substr(positions, ${begin} + 10, 32) else '' end)`
}

type Leaders = Pick<PersonRow, 'leader' | 'dotted_leaders' | 'positions'>

export const updateLeaders = statement((db, p: Key & Leaders & { updated_at: number }) =>
  db
    .updateTable('people')
    .set({ leader: p.leader, dotted_leaders: p.dotted_leaders, positions: p.positions, updated_at: p.updated_at })
    .where('company', '=', p.company)
    .where('id', '=', p.person),
)

export const updateDepartmentHeads = statement(
  (db, p: { company: string; department: string; leaders: string; partners: string; updated_at: number }) =>
    db
      .updateTable('departments')
      .set({ leaders: p.leaders, partners: p.partners, updated_at: p.updated_at })
      .where('company', '=', p.company)
      .where('id', '=', p.department),
)

export const groupsOfPerson = statement((db, p: Key) =>
  db
    .selectFrom('company_group_members')
    .where('company', '=', p.company)
    .where('kind', '=', 'person')
    .where('member', '=', p.person)
    .orderBy('group_id')
    .select('group_id'),
)

export const deleteFromGroups = statement((db, p: Key & { groups: readonly string[] }, engine) =>
  db
    .deleteFrom('company_group_members')
    .where('company', '=', p.company)
    .where('kind', '=', 'person')
    .where('member', '=', p.person)
    .where('group_id', 'in', textsOf(engine, p.groups)),
)

export const countOneFewer = statement(
  (_db, p: { company: string; groups: readonly string[] }, engine) => sql<never>`
    update company_groups set person_count = person_count - 1
    where company = ${p.company} and id in ${textsOf(engine, p.groups)}`,
)
