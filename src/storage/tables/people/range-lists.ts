import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

/** Groups of a company by id, behind one. */
export const groupsById = statement((db, p: { company: string; after: string; limit: number }) =>
  db.selectFrom('company_groups').where('company', '=', p.company).where('id', '>', p.after).orderBy('id').limit(p.limit).select('id'),
)

/** Which of these groups there are, by id, behind one. */
export const presentGroups = statement((db, p: { company: string; ids: readonly string[]; after: string; limit: number }, engine) =>
  db
    .selectFrom('company_groups')
    .where('company', '=', p.company)
    .where('id', 'in', textsOf(engine, p.ids))
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(p.limit)
    .select('id'),
)
