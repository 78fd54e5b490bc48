import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { lowerLetters } from '../../lower-letters.ts'
import type { DepartmentRow } from '../../schemas/companies.ts'
import { statement } from '../../statement.ts'

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

/** What lies `depth` levels below a department, behind a place. */
export const levelBelow = statement((_db, p: Place & { top: string; depth: number }) => ({
  compile: () =>
    sql<DepartmentRow>`
      select d.* from department_ancestors down join departments d on d.company = down.company and d.id = down.department
      where down.company = ${p.company} and down.ancestor = ${p.top} and down.depth = ${p.depth}
        and (d.position, d.created_at, d.id) > (${p.position}, ${p.age}, ${p.id})
      order by d.position, d.created_at, d.id limit ${p.limit}`.compile(_db),
}))

/** What lies `depth` levels below the departments that have none above them but the root, behind a place. */
export const levelBelowFirst = statement((_db, p: Place & { depth: number; root: string }) => ({
  compile: () =>
    sql<DepartmentRow>`
      select d.* from departments top
      join department_ancestors down on down.company = top.company and down.ancestor = top.id and down.depth = ${p.depth}
      join departments d on d.company = down.company and d.id = down.department
      where top.company = ${p.company} and top.parent = ${p.root}
        and (d.position, d.created_at, d.id) > (${p.position}, ${p.age}, ${p.id})
      order by d.position, d.created_at, d.id limit ${p.limit}`.compile(_db),
}))

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

/** Some departments and what lies below them, each once, by id. */
export const subtreesById = statement((_db, p: Page & { tops: readonly string[] }, engine) => ({
  compile: () =>
    sql<DepartmentRow>`
      select d.* from (select distinct department from department_ancestors
        where company = ${p.company} and ancestor in ${textsOf(engine, p.tops)} and department > ${p.after}) as below
      join departments d on d.company = ${p.company} and d.id = below.department
      order by d.id limit ${p.limit}`.compile(_db),
}))

/** Departments whose name holds a text, whatever its case, by id. */
export const departmentsNamedLike = statement((_db, p: Page & { text: string }, engine) => ({
  compile: () => {
    const place = engine === 'sqlite' ? sql`instr` : sql`strpos`
    return sql<DepartmentRow>`
      select * from departments where company = ${p.company} and id > ${p.after} and ${place}(lower(name), ${lowerLetters(engine, p.text)}) > 0 order by id limit ${p.limit}`.compile(
      _db,
    )
  },
}))
