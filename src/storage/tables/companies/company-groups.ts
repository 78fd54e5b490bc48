import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import type { CompanyGroupRow } from '../../schemas/companies.ts'
import { statement } from '../../statement.ts'

type Key = { company: string; group: string }

export const findCompanyGroup = statement((db, p: Key) =>
  db.selectFrom('company_groups').where('company', '=', p.company).where('id', '=', p.group).selectAll(),
)

export const companyGroupWithName = statement((db, p: { company: string; name: string }) =>
  db.selectFrom('company_groups').where('company', '=', p.company).where('name', '=', p.name).select('id'),
)

/** How many groups a company has: few, since there is a limit. */
export const countCompanyGroups = statement((db, p: { company: string }) =>
  db
    .selectFrom('company_groups')
    .where('company', '=', p.company)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

export const insertCompanyGroup = statement((db, p: Omit<CompanyGroupRow, 'person_count' | 'department_count' | 'updated_at'>) =>
  db.insertInto('company_groups').values({
    company: p.company,
    id: p.id,
    name: p.name,
    description: p.description,
    kind: p.kind,
    rule: p.rule,
    visibility: p.visibility,
    person_count: 0,
    department_count: 0,
    created_at: p.created_at,
    updated_at: p.created_at,
  }),
)

export const updateCompanyGroup = statement(
  (db, p: Key & Pick<CompanyGroupRow, 'name' | 'description' | 'rule' | 'visibility' | 'updated_at'>) =>
    db
      .updateTable('company_groups')
      .set({ name: p.name, description: p.description, rule: p.rule, visibility: p.visibility, updated_at: p.updated_at })
      .where('company', '=', p.company)
      .where('id', '=', p.group),
)

export const deleteCompanyGroup = statement((db, p: Key) =>
  db.deleteFrom('company_groups').where('company', '=', p.company).where('id', '=', p.group),
)

/** Adds the same to the number of people of many groups. */
export const countPeopleOfGroups = statement((db, p: { company: string; by: number; groups: readonly string[] }, engine) =>
  db
    .updateTable('company_groups')
    .set({ person_count: sql<number>`person_count + ${p.by}` })
    .where('company', '=', p.company)
    .where('id', 'in', textsOf(engine, p.groups)),
)

/** Adds to the number of departments of a group. */
export const countDepartmentsOfGroup = statement((db, p: Key & { by: number }) =>
  db
    .updateTable('company_groups')
    .set({ department_count: sql<number>`department_count + ${p.by}` })
    .where('company', '=', p.company)
    .where('id', '=', p.group),
)

/** How many people all groups of a kind hold, counted in each, and how many the largest holds; read in an index of the counters. */
export const peopleOfAllGroups = statement((db, p: { company: string; kind: string }) =>
  db
    .selectFrom('company_groups')
    .where('company', '=', p.company)
    .where('kind', '=', p.kind)
    .select(sql<number>`cast(coalesce(sum(person_count), 0) as bigint)`.as('people'))
    .select(sql<number>`coalesce(max(person_count), 0)`.as('largest')),
)

interface GroupPage {
  company: string
  kind: string
  /** The last row of the page before; zero and an empty text for the first page. */
  at: number
  id: string
  limit: number
}

export const companyGroupsInOrder = statement(
  (_db, p: GroupPage) => sql<CompanyGroupRow>`
    select * from company_groups
    where company = ${p.company} and kind = ${p.kind} and (created_at, id) > (${p.at}, ${p.id})
    order by created_at, id limit ${p.limit}`,
)

/** The same of some groups only. */
export const someCompanyGroupsInOrder = statement(
  (_db, p: GroupPage & { groups: readonly string[] }, engine) => sql<CompanyGroupRow>`
    select * from company_groups
    where company = ${p.company} and id in ${textsOf(engine, p.groups)} and kind = ${p.kind} and (created_at, id) > (${p.at}, ${p.id})
    order by created_at, id limit ${p.limit}`,
)

/** Which of these people are in one of those groups. */
export const peopleInCompanyGroups = statement((db, p: { company: string; people: readonly string[]; groups: readonly string[] }, engine) =>
  db
    .selectFrom('company_group_members')
    .where('company', '=', p.company)
    .where('kind', '=', 'person')
    .where('member', 'in', textsOf(engine, p.people))
    .where('group_id', 'in', textsOf(engine, p.groups))
    .distinct()
    .select('member'),
)
