import { type RawBuilder, sql } from 'kysely'
import type { Engine } from '../statement.ts'
import { invariant, memberOf } from './invariant.ts'

/** A department's way up is its parent's, one longer, with itself before it. */
const ways = invariant(
  'trees of departments',
  'the way up of each department is that of its parent and itself',
  () => sql`
    select 'department ' || d.id || ' of company ' || d.company || ' does not have itself on its way up' as broken
    from departments d left join department_ancestors own
      on own.company = d.company and own.department = d.id and own.ancestor = d.id and own.depth = 0
    where own.department is null
    union all
    select 'department ' || d.id || ' of company ' || d.company || ' does not have ' || up.ancestor || ' on its way up'
    from departments d join department_ancestors up on up.company = d.company and up.department = d.parent
      left join department_ancestors own
        on own.company = d.company and own.department = d.id and own.ancestor = up.ancestor and own.depth = up.depth + 1
    where own.department is null
    union all
    select 'department ' || id || ' of company ' || company || ' has ' || own || ' on its way up, and its parent ' || above
    from (select d.company, d.id, d.parent,
        (select count(*) from department_ancestors a where a.company = d.company and a.department = d.id) as own,
        (select count(*) from department_ancestors a where a.company = d.company and a.department = d.parent) as above
      from departments d) as counted
    where own <> above + 1 or (above = 0 and parent <> '0')
    union all
    select 'company ' || a.company || ' has a way up of department ' || a.department || ', which is gone'
    from department_ancestors a left join departments d on d.company = a.company and d.id = a.department where d.id is null`,
)

const departments = invariant(
  'departments',
  'each counts the people in it and below it, and those whose first it is',
  () => sql`
    select 'department ' || id || ' of company ' || company || ' counts ' || people || ' people, ' || primary_people || ' of them first in it, and has '
      || found || ' and ' || found_primary as broken
    from (select d.company, d.id, d.people, d.primary_people,
        (select count(distinct held.person) from department_ancestors down cross join person_departments held
          where down.company = d.company and down.ancestor = d.id and held.company = down.company and held.department = down.department) as found,
        (select count(*) from person_departments held
          where held.company = d.company and held.department = d.id and held.is_primary = 1) as found_primary
      from departments d) as counted
    where people <> found or primary_people <> found_primary`,
)

const seats = invariant(
  'people of departments',
  'each is there and has not resigned, and so is the department',
  () => sql`
    select 'person ' || held.person || ' of company ' || held.company || ' sits in department ' || held.department || ', and '
      || case when d.id is null and held.department <> '0' then 'that is gone'
        when p.id is null then 'is not there' else 'has resigned' end as broken
    from person_departments held
    left join people p on p.company = held.company and p.id = held.person
    left join departments d on d.company = held.company and d.id = held.department
    where p.id is null or p.resigned_at is not null or (d.id is null and held.department <> '0')`,
)

/** Two things say it, so each is held against the other. */
const heads = invariant(
  'leaders and partners of departments',
  'each is there and has not resigned, and the way from him to his departments says what they do',
  (engine) => sql`
    select 'person ' || h.person || ' of company ' || h.company || ' leads or partners department ' || h.department || ', and '
      || case when d.id is null then 'that is gone'
        when p.id is null then 'is not there' when p.resigned_at is not null then 'has resigned' else 'it does not say so' end as broken
    from department_heads h
    left join departments d on d.company = h.company and d.id = h.department
    left join people p on p.company = h.company and p.id = h.person
    left join (${headsNamed(engine)}) as named on named.company = h.company and named.department = h.department and named.person = h.person
    where d.id is null or p.id is null or p.resigned_at is not null or named.person is null
    union all
    select 'department ' || named.department || ' of company ' || named.company || ' has person ' || named.person
      || ' as leader or partner, whom nothing leads to it'
    from (${headsNamed(engine)}) as named
    left join department_heads h on h.company = named.company and h.person = named.person and h.department = named.department
    where h.person is null`,
)

/** Who stands in `leaders` and `partners`, a row for each department. */
function headsNamed(engine: Engine): RawBuilder<unknown> {
  const each = (column: string) =>
    engine === 'sqlite'
      ? sql`json_each(${sql.ref(column)}) as one`
      : sql`jsonb_array_elements(cast(${sql.ref(column)} as jsonb)) as one (value)`
  const partner = engine === 'sqlite' ? sql`one.value` : sql`one.value #>> '{}'`
  return sql`
    select d.company, d.id as department, one.value ->> 'person' as person from departments d cross join ${each('d.leaders')}
    union select d.company, d.id, ${partner} from departments d cross join ${each('d.partners')}`
}

const groups = invariant(
  'groups of companies',
  'each counts as many people and departments as it has',
  () => sql`
    select 'group ' || id || ' of company ' || company || ' counts ' || person_count || ' people and ' || department_count
      || ' departments, and has ' || people || ' and ' || departments as broken
    from (select g.company, g.id, g.person_count, g.department_count,
        (select count(*) from company_group_members m where m.company = g.company and m.group_id = g.id and m.kind = 'person') as people,
        (select count(*) from company_group_members m where m.company = g.company and m.group_id = g.id and m.kind = 'department') as departments
      from company_groups g) as counted
    where person_count <> people or department_count <> departments`,
)

const groupMembers = invariant(
  'members of groups of companies',
  'each is there and has not resigned, and so is the group',
  () => sql`
    select m.kind || ' ' || m.member || ' of company ' || m.company || ' is in group ' || m.group_id || ', and '
      || case when g.id is null then 'that is gone' when p.resigned_at is not null then 'has resigned' else 'is not there' end as broken
    from company_group_members m
    left join company_groups g on g.company = m.company and g.id = m.group_id
    left join people p on m.kind = 'person' and p.company = m.company and p.id = m.member
    left join departments d on m.kind = 'department' and d.company = m.company and d.id = m.member
    where g.id is null or p.resigned_at is not null or coalesce(p.id, d.id) is null`,
)

/** As with memberships of zones. */
const recorded = invariant(
  'groups of companies and events',
  'the history ends in who is there',
  (engine) => sql`
    select 'company ' || told.company || ': by the events ' || told.kind || ' ' || coalesce(told.member, '?') || ' is '
      || case when told.balance > 0 then 'in' else 'not in' end || ' group ' || told.group_id || ', by the rows '
      || case when m.member is null then 'not' else 'it is' end as broken
    from (
      select company, group_id, kind, member, sum(change) as balance
      from (select c.id as company, e.subject as group_id,
          case when e.kind in ('group_person_added', 'group_person_removed') then 'person' else 'department' end as kind,
          case e.kind when 'group_person_added' then ${memberOf(engine, 'e.after', 'person')}
            when 'group_person_removed' then ${memberOf(engine, 'e.before', 'person')}
            when 'group_department_added' then ${memberOf(engine, 'e.after', 'department')}
            else ${memberOf(engine, 'e.before', 'department')} end as member,
          case when e.kind in ('group_person_added', 'group_department_added') then 1 else -1 end as change
        from companies c join events e on e.tenant = 'company-' || c.id
          and e.kind in ('group_person_added', 'group_person_removed', 'group_department_added', 'group_department_removed')) as changes
      group by company, group_id, kind, member) as told
    left join company_group_members m
      on m.company = told.company and m.kind = told.kind and m.member = told.member and m.group_id = told.group_id
    where told.balance <> case when m.member is null then 0 else 1 end
    union all
    select 'company ' || id || ' has ' || members || ' people and departments in groups, and by the events ' || told
    from (select c.id, (select count(*) from company_group_members m where m.company = c.id) as members,
        (select coalesce(sum(case when e.kind in ('group_person_added', 'group_department_added') then 1 else -1 end), 0) from events e
          where e.tenant = 'company-' || c.id
            and e.kind in ('group_person_added', 'group_person_removed', 'group_department_added', 'group_department_removed')) as told
      from companies c) as balanced
    where members <> told`,
)

const roles = invariant(
  'roles of companies',
  'who holds one, and where, is there, and so is the role',
  () => sql`
    select 'person ' || m.person || ' of company ' || m.company || ' holds role ' || m.role || ', and '
      || case when r.id is null then 'that is gone' when p.id is null then 'is not there' else 'has resigned' end as broken
    from company_role_members m
    left join company_roles r on r.company = m.company and r.id = m.role
    left join people p on p.company = m.company and p.id = m.person
    where r.id is null or p.id is null or p.resigned_at is not null
    union all
    select 'role ' || w.role || ' of company ' || w.company || ' is held for department ' || w.department || ' by person ' || w.person || ', and '
      || case when m.person is null then 'that person does not hold it' else 'that is gone' end
    from company_role_departments w
    left join company_role_members m on m.company = w.company and m.role = w.role and m.person = w.person
    left join departments d on d.company = w.company and d.id = w.department
    where m.person is null or d.id is null`,
)

export const ofCompanies = [ways, departments, seats, heads, groups, groupMembers, recorded, roles]
