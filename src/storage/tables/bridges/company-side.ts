import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

/** A department and those below it, by id, behind one. */
export const departmentIdsBelow = statement((db, p: { company: string; top: string; after: string; limit: number }) =>
  db
    .selectFrom('department_ancestors')
    .where('company', '=', p.company)
    .where('ancestor', '=', p.top)
    .where('department', '>', p.after)
    .orderBy('department')
    .limit(p.limit)
    .select('department'),
)

/** Every department but the root, by id, behind one. */
export const departmentIds = statement((db, p: { company: string; after: string; limit: number }) =>
  db
    .selectFrom('departments')
    .where('company', '=', p.company)
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(p.limit)
    .select('id as department'),
)

interface People {
  company: string
  people: readonly string[]
}

/** Which of some departments some people sit in, or below. */
export const topsOfPeople = statement(
  (_db, p: People & { tops: readonly string[] }, engine) => sql<{ person: string; source: string }>`
    select distinct held.person, up.ancestor as source from person_departments held
    join department_ancestors up on up.company = held.company and up.department = held.department
    where held.company = ${p.company} and held.person in ${textsOf(engine, p.people)} and up.ancestor in ${textsOf(engine, p.tops)}`,
)

/** Which of some people sit anywhere. */
export const seatedOf = statement(
  (_db, p: People, engine) => sql<{ person: string }>`
    select distinct person from person_departments where company = ${p.company} and person in ${textsOf(engine, p.people)}`,
)

/** Which of some groups some people are in by themselves. */
export const groupsOfPeople = statement(
  (_db, p: People & { groups: readonly string[] }, engine) => sql<{ person: string; source: string }>`
    select member as person, group_id as source from company_group_members
    where company = ${p.company} and kind = 'person' and member in ${textsOf(engine, p.people)}
      and group_id in ${textsOf(engine, p.groups)}`,
)

/** Which of some groups some people are in because a department is, in which or below which they sit: looked up from the people up. */
export const groupsThroughDepartments = statement(
  (_db, p: People & { groups: readonly string[] }, engine) => sql<{ person: string; source: string }>`
    select distinct held.person, m.group_id as source
    from person_departments held cross join department_ancestors up cross join company_group_members m
    where held.company = ${p.company} and held.person in ${textsOf(engine, p.people)}
      and up.company = held.company and up.department = held.department
      and m.company = held.company and m.kind = 'department' and m.member = up.ancestor
      and m.group_id in ${textsOf(engine, p.groups)}`,
)

/** Some groups of a company, by id. */
export const companyGroupsWithIds = statement((db, p: { company: string; ids: readonly string[] }, engine) =>
  db
    .selectFrom('company_groups')
    .where('company', '=', p.company)
    .where('id', 'in', textsOf(engine, p.ids))
    .orderBy('id')
    .select(['id', 'name']),
)
