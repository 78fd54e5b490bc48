import { sql } from 'kysely'
import { rowsOf, textsOf } from '../../list-parameter.ts'
import type { DepartmentRow } from '../../schemas/companies.ts'
import { statement } from '../../statement.ts'

export const findDepartment = statement((db, p: { company: string; department: string }) =>
  db.selectFrom('departments').where('company', '=', p.company).where('id', '=', p.department).selectAll(),
)

export const departmentsWithIds = statement((db, p: { company: string; ids: readonly string[] }, engine) =>
  db.selectFrom('departments').where('company', '=', p.company).where('id', 'in', textsOf(engine, p.ids)).selectAll(),
)

export const codesOfDepartments = statement((db, p: { company: string; ids: readonly string[] }, engine) =>
  db.selectFrom('departments').where('company', '=', p.company).where('id', 'in', textsOf(engine, p.ids)).select(['id', 'code']),
)

/** Departments by `[kind, id]`, kind `id` or `code`, one row for each that is there. */
export const departmentsNamed = statement(
  (_db, p: { company: string; names: readonly (readonly [string, string])[] }, engine) => sql<{
    position: number
    id: string
    code: string
  }>`
    select asked.position as position, departments.id, departments.code
    from ${rowsOf(engine, p.names)} as asked
    join departments on departments.company = ${p.company} and departments.id = case asked.value ->> 0
      when 'id' then asked.value ->> 1
      else (select coded.id from departments coded where coded.company = ${p.company} and coded.code = asked.value ->> 1) end`,
)

export const insertDepartment = statement((db, p: DepartmentRow) =>
  db.insertInto('departments').values({
    company: p.company,
    id: p.id,
    code: p.code,
    code_changes: p.code_changes,
    parent: p.parent,
    name: p.name,
    i18n_name: p.i18n_name,
    position: p.position,
    leaders: p.leaders,
    partners: p.partners,
    unit: p.unit,
    chat: p.chat,
    chat_employee_types: p.chat_employee_types,
    people: p.people,
    primary_people: p.primary_people,
    created_at: p.created_at,
    updated_at: p.updated_at,
  }),
)

/** Writes what can change of a department; its counters are counted for themselves. */
export const updateDepartment = statement((db, p: Omit<DepartmentRow, 'people' | 'primary_people' | 'created_at'>) =>
  db
    .updateTable('departments')
    .set({
      code: p.code,
      code_changes: p.code_changes,
      parent: p.parent,
      name: p.name,
      i18n_name: p.i18n_name,
      position: p.position,
      leaders: p.leaders,
      partners: p.partners,
      unit: p.unit,
      chat: p.chat,
      chat_employee_types: p.chat_employee_types,
      updated_at: p.updated_at,
    })
    .where('company', '=', p.company)
    .where('id', '=', p.id),
)

export const deleteDepartment = statement((db, p: { company: string; department: string }) =>
  db.deleteFrom('departments').where('company', '=', p.company).where('id', '=', p.department),
)

export const countDepartments = statement((db, p: { company: string }) =>
  db
    .selectFrom('departments')
    .where('company', '=', p.company)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)
