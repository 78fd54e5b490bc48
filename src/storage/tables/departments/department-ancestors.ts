import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

/** The way up from each of these departments: itself at depth 0, then its parent, the root left out. */
export const ancestorsOf = statement((db, p: { company: string; departments: readonly string[] }, engine) =>
  db
    .selectFrom('department_ancestors')
    .where('company', '=', p.company)
    .where('department', 'in', textsOf(engine, p.departments))
    .orderBy('department')
    .orderBy('depth')
    .select(['department', 'ancestor', 'depth']),
)

/** Which of these departments are one of those, or lie below one of them. */
export const departmentsBelow = statement(
  (_db, p: { company: string; departments: readonly string[]; tops: readonly string[] }, engine) => sql<{ department: string }>`
      select distinct department from department_ancestors
      where company = ${p.company} and department in ${textsOf(engine, p.departments)} and ancestor in ${textsOf(engine, p.tops)}`,
)

/** Which of these people are directly in one of those departments, or in one below. */
export const peopleBelow = statement(
  (_db, p: { company: string; people: readonly string[]; tops: readonly string[] }, engine) => sql<{ person: string }>`
    select distinct held.person from person_departments held
    join department_ancestors up on up.company = held.company and up.department = held.department
    where held.company = ${p.company} and held.person in ${textsOf(engine, p.people)} and up.ancestor in ${textsOf(engine, p.tops)}`,
)

/** Makes the way up of a new department: its own place, and the way of its parent. */
export const insertAncestors = statement(
  (_db, p: { company: string; department: string; parent: string }) => sql<never>`
    insert into department_ancestors (company, department, ancestor, depth)
    select company, cast(${p.department} as text), ancestor, depth + 1 from department_ancestors
      where company = ${p.company} and department = ${p.parent}
    union all select cast(${p.company} as text), cast(${p.department} as text), cast(${p.department} as text), 0`,
)

export const deleteAncestors = statement((db, p: { company: string; department: string }) =>
  db.deleteFrom('department_ancestors').where('company', '=', p.company).where('department', '=', p.department),
)

/** How far the way of the deepest department below this one leads down to it: 0 when none is below. */
export const levelsBelowDepartment = statement((db, p: { company: string; department: string }) =>
  db
    .selectFrom('department_ancestors')
    .where('company', '=', p.company)
    .where('ancestor', '=', p.department)
    .select(({ fn }) => fn.max<number>('depth').as('levels')),
)

/** Cuts a department and all below it off what is above it. The ways up are found by what is below: those above may have the whole company below them. */
export const cutSubtree = statement(
  (_db, p: { company: string; department: string }) => sql<never>`
    delete from department_ancestors where company = ${p.company}
      and department in (select department from department_ancestors where company = ${p.company} and ancestor = ${p.department})
      and (ancestor || '') in
        (select ancestor from department_ancestors where company = ${p.company} and department = ${p.department} and depth > 0)
    `,
)

/** Hangs a department that was cut off, with all below it, under another. */
export const hangSubtree = statement(
  (_db, p: { company: string; department: string; parent: string }) => sql<never>`
    insert into department_ancestors (company, department, ancestor, depth)
    select below.company, below.department, above.ancestor, below.depth + above.depth + 1
    from department_ancestors below join department_ancestors above on above.company = below.company and above.department = ${p.parent}
    where below.company = ${p.company} and below.ancestor = ${p.department}`,
)

/** For each of these departments: how many people of the subtree have no other place in or below it. Departments without any are left out. */
export const peopleOnlyOfSubtree = statement(
  (_db, p: { company: string; department: string; above: readonly string[] }, engine) => sql<{ department: string; people: number }>`
    select above.value as department, count(*) as people
    from ${textsOf(engine, p.above)} as above
    cross join (select distinct held.person from department_ancestors below
      join person_departments held on held.company = below.company and held.department = below.department
      where below.company = ${p.company} and below.ancestor = ${p.department}) as inside
    where not exists (select 1 from person_departments other
      join department_ancestors way on way.company = other.company and way.department = other.department and way.ancestor = above.value
      where other.company = ${p.company} and other.person = inside.person
        and not exists (select 1 from department_ancestors own
          where own.company = other.company and own.department = other.department and own.ancestor = ${p.department}))
    group by above.value`,
)
