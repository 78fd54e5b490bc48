import type { EmployeeTypeRow } from '../../schemas/vocabularies.ts'
import { statement } from '../../statement.ts'

export const insertEmployeeType = statement((db, p: EmployeeTypeRow) =>
  db.insertInto('employee_types').values({
    company: p.company,
    id: p.id,
    number: p.number,
    content: p.content,
    i18n_content: p.i18n_content,
    content_key: p.content_key,
    i18n_content_key: p.i18n_content_key,
    active: p.active,
    created_at: p.created_at,
    updated_at: p.updated_at,
    deleted_at: p.deleted_at,
  }),
)

export const updateEmployeeType = statement((db, p: Omit<EmployeeTypeRow, 'created_at' | 'number'>) =>
  db
    .updateTable('employee_types')
    .set({
      content: p.content,
      i18n_content: p.i18n_content,
      content_key: p.content_key,
      i18n_content_key: p.i18n_content_key,
      active: p.active,
      updated_at: p.updated_at,
      deleted_at: p.deleted_at,
    })
    .where('company', '=', p.company)
    .where('id', '=', p.id),
)

/** By its id; not those that were deleted. */
export const findEmployeeType = statement((db, p: { company: string; id: string }) =>
  db.selectFrom('employee_types').where('company', '=', p.company).where('id', '=', p.id).where('deleted_at', 'is', null).selectAll(),
)

/** By its number; not those that were deleted. */
export const findEmployeeTypeNumbered = statement((db, p: { company: string; number: number }) =>
  db
    .selectFrom('employee_types')
    .where('company', '=', p.company)
    .where('number', '=', p.number)
    .where('deleted_at', 'is', null)
    .selectAll(),
)

export const findEmployeeTypeWithContent = statement((db, p: { company: string; content: string }) =>
  db.selectFrom('employee_types').where('company', '=', p.company).where('content_key', '=', p.content).select('id'),
)

export const findEmployeeTypeWithTexts = statement((db, p: { company: string; texts: string }) =>
  db.selectFrom('employee_types').where('company', '=', p.company).where('i18n_content_key', '=', p.texts).select('id'),
)

/** How many were ever made, and the greatest number; null when none was. */
export const countEmployeeTypes = statement((db, p: { company: string }) =>
  db
    .selectFrom('employee_types')
    .where('company', '=', p.company)
    .select(({ fn }) => [fn.countAll<number>().as('n'), fn.max<number | null>('number').as('last')]),
)

/** By number, behind one; without those that were deleted. */
export const employeeTypesAfter = statement((db, p: { company: string; after: number; limit: number }) =>
  db
    .selectFrom('employee_types')
    .where('company', '=', p.company)
    .where('number', '>', p.after)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .limit(p.limit)
    .selectAll(),
)
