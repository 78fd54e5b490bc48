import { sql } from 'kysely'
import type { UnitRow } from '../../schemas/roles-and-units.ts'
import { statement } from '../../statement.ts'

type Key = { company: string; unit: string }

export const findUnit = statement((db, p: Key) =>
  db.selectFrom('units').where('company', '=', p.company).where('id', '=', p.unit).selectAll(),
)

export const unitWithName = statement((db, p: { company: string; type: string; name: string }) =>
  db.selectFrom('units').where('company', '=', p.company).where('unit_type', '=', p.type).where('name', '=', p.name).select('id'),
)

export const countUnits = statement((db, p: { company: string }) =>
  db
    .selectFrom('units')
    .where('company', '=', p.company)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

export const insertUnit = statement((db, p: UnitRow) =>
  db.insertInto('units').values({
    company: p.company,
    id: p.id,
    name: p.name,
    unit_type: p.unit_type,
    created_at: p.created_at,
    updated_at: p.updated_at,
  }),
)

export const renameUnit = statement((db, p: Key & { name: string; at: number }) =>
  db.updateTable('units').set({ name: p.name, updated_at: p.at }).where('company', '=', p.company).where('id', '=', p.unit),
)

export const deleteUnit = statement((db, p: Key) => db.deleteFrom('units').where('company', '=', p.company).where('id', '=', p.unit))

/** One page of a company's units, the oldest first, behind one of them. */
export const unitsByAge = statement(
  (_db, p: { company: string; at: number; id: string; limit: number }) => sql<UnitRow>`
    select * from units where company = ${p.company} and (created_at, id) > (${p.at}, ${p.id})
    order by created_at, id limit ${p.limit}`,
)
