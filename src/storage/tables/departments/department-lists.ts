import { type RawBuilder, sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { lowerLetters } from '../../lower-letters.ts'
import type { DepartmentRow } from '../../schemas/companies.ts'
import { type Engine, statement } from '../../statement.ts'
import { through } from '../../through-index.ts'

/** The children of a department in their order, behind a position. */
export const childrenInOrder = statement((db, p: { company: string; parent: string; after: number; limit: number }) =>
  db
    .selectFrom('departments')
    .where('company', '=', p.company)
    .where('parent', '=', p.parent)
    .where('position', '>', p.after)
    .orderBy('position')
    .limit(p.limit)
    .selectAll(),
)

/** A place within one level: position, age, id. */
interface Place {
  company: string
  position: number
  age: number
  id: string
  limit: number
}

// The sum keeps PostgreSQL from going through the company in order, with its levels read again for each department.

/** What lies `depth` levels below a department, behind a place. */
export const levelBelow = statement(
  (_db, p: Place & { top: string; depth: number }) => sql<DepartmentRow>`
    select d.* from department_ancestors down join departments d on d.company = down.company and d.id = down.department
    where down.company = ${p.company} and down.ancestor = ${p.top} and down.depth = ${p.depth}
      and (d.position + 0, d.created_at, d.id) > (${p.position}, ${p.age}, ${p.id})
    order by d.position + 0, d.created_at, d.id limit ${p.limit}`,
)

/** What lies `depth` levels below the departments that have none above them but the root, behind a place. */
export const levelBelowFirst = statement(
  (_db, p: Place & { depth: number; root: string }) => sql<DepartmentRow>`
    select d.* from departments top
    join department_ancestors down on down.company = top.company and down.ancestor = top.id and down.depth = ${p.depth}
    join departments d on d.company = down.company and d.id = down.department
    where top.company = ${p.company} and top.parent = ${p.root}
      and (d.position + 0, d.created_at, d.id) > (${p.position}, ${p.age}, ${p.id})
    order by d.position + 0, d.created_at, d.id limit ${p.limit}`,
)

/** How many lie `depth` levels below a department, counted up to `most`. */
export const countLevelBelow = statement(
  (_db, p: { company: string; top: string; depth: number; most: number }) => sql<{ n: number }>`
    select count(*) as n from (
      select down.department from department_ancestors down
      where down.company = ${p.company} and down.ancestor = ${p.top} and down.depth = ${p.depth} limit ${p.most}) as counted`,
)

/** The same, below the departments that have none above them but the root. */
export const countLevelBelowFirst = statement(
  (_db, p: { company: string; depth: number; root: string; most: number }) => sql<{ n: number }>`
    select count(*) as n from (
      select down.department from departments top
      join department_ancestors down on down.company = top.company and down.ancestor = top.id and down.depth = ${p.depth}
      where top.company = ${p.company} and top.parent = ${p.root} limit ${p.most}) as counted`,
)

/** All departments in the order of places, behind one, as far as they lie on a level: of a large level a page is soon together. */
const amongAll = (p: Place, onLevel: RawBuilder<boolean>, engine: Engine) => sql<DepartmentRow>`
  select d.* from departments d ${through(engine, 'departments_by_order')}
  where d.company = ${p.company} and (d.position, d.created_at, d.id) > (${p.position}, ${p.age}, ${p.id}) and ${onLevel}
  order by d.position, d.created_at, d.id limit ${p.limit}`

/** What `levelBelow` reads, where there is much of it. */
export const largeLevelBelow = statement((_db, p: Place & { top: string; depth: number }, engine) =>
  amongAll(
    p,
    sql`${p.depth} = (select up.depth from department_ancestors up
        where up.company = d.company and up.department = d.id and (up.ancestor || '') = ${p.top})`,
    engine,
  ),
)

/** What `levelBelowFirst` reads, where there is much of it: whoever has so many above, and none more. */
export const largeLevelBelowFirst = statement((_db, p: Place & { depth: number }, engine) =>
  amongAll(
    p,
    sql`${p.depth} = (select max(up.depth) from department_ancestors up where up.company = d.company and up.department = d.id)`,
    engine,
  ),
)

type Page = { company: string; after: string; limit: number }

/** Those of some departments that are there, by id. */
export const someById = statement((db, p: Page & { ids: readonly string[] }, engine) =>
  db
    .selectFrom('departments')
    .where('company', '=', p.company)
    .where('id', 'in', textsOf(engine, p.ids))
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(p.limit)
    .selectAll(),
)

/** Some departments and what lies below them, each once, by id: found in the index of the ways down, and only those of the page are read. */
export const subtreesById = statement(
  (_db, p: Page & { tops: readonly string[] }, engine) => sql<DepartmentRow>`
    select d.* from (select distinct department from department_ancestors
      where company = ${p.company} and ancestor in ${textsOf(engine, p.tops)} and department > ${p.after}
      order by department limit ${p.limit}) as below
    join departments d on d.company = ${p.company} and d.id = below.department
    order by d.id`,
)

/** Departments whose name holds a text, whatever its case, by id. */
export const departmentsNamedLike = statement((_db, p: Page & { text: string }, engine) => {
  const place = engine === 'sqlite' ? sql`instr` : sql`strpos`
  return sql<DepartmentRow>`
    select * from departments
    where company = ${p.company} and id > ${p.after} and ${place}(lower(name), ${lowerLetters(engine, p.text)}) > 0
    order by id limit ${p.limit}`
})
