import { sql } from 'kysely'
import { statement } from '../../statement.ts'

type Key = { company: string; unit: string }

/** How many departments are bound to a unit: counted in their index, which holds as many as a unit takes. */
export const countDepartmentsOfUnit = statement((db, p: Key) =>
  db
    .selectFrom('departments')
    .where('company', '=', p.company)
    .where('unit', '=', p.unit)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

/** One page of a unit's departments in the order of their ids, behind `after`. Written as a range, for which only the index of units has the order. */
export const departmentsOfUnit = statement(
  (_db, p: Key & { after: string; limit: number }) => sql<{ id: string; code: string }>`
    select id, code from departments where company = ${p.company} and (unit, id) > (${p.unit}, ${p.after}) and unit <= ${p.unit}
    order by unit, id limit ${p.limit}`,
)

/** Every department of a unit. */
export const allDepartmentsOfUnit = statement((db, p: Key) =>
  db.selectFrom('departments').where('company', '=', p.company).where('unit', '=', p.unit).orderBy('id').select('id'),
)

/** Binds a department to a unit, or to none. */
export const setUnitOfDepartment = statement((db, p: { company: string; department: string; unit: string | null; at: number }) =>
  db.updateTable('departments').set({ unit: p.unit, updated_at: p.at }).where('company', '=', p.company).where('id', '=', p.department),
)

/** Leaves the departments of a unit without one. */
export const emptyUnit = statement((db, p: Key & { at: number }) =>
  db.updateTable('departments').set({ unit: null, updated_at: p.at }).where('company', '=', p.company).where('unit', '=', p.unit),
)
