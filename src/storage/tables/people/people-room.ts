import { statement } from '../../statement.ts'

/** A row when a department has more than `before` people directly in it. Reads no more entries of the index than that. */
export const fillsDepartment = statement((db, p: { company: string; department: string; before: number }) =>
  db
    .selectFrom('person_departments')
    .where('company', '=', p.company)
    .where('department', '=', p.department)
    .orderBy('person_order', 'desc')
    .orderBy('joined_at')
    .orderBy('person')
    .limit(1)
    .offset(p.before)
    .select('person'),
)

/** A row when more than `before` people are there who did not resign. Reads no more entries of the index than that. */
export const hasSoManyPeople = statement((db, p: { company: string; before: number }) =>
  db
    .selectFrom('people')
    .where('company', '=', p.company)
    .where('code_key', 'is not', null)
    .orderBy('code_key')
    .limit(1)
    .offset(p.before)
    .select('id'),
)
