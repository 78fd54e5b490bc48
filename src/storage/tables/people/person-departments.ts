import { textsOf } from '../../list-parameter.ts'
import type { PersonDepartmentRow } from '../../schemas/companies.ts'
import { statement } from '../../statement.ts'

export const departmentsOfPeople = statement((db, p: { company: string; people: readonly string[] }, engine) =>
  db
    .selectFrom('person_departments')
    .where('company', '=', p.company)
    .where('person', 'in', textsOf(engine, p.people))
    .orderBy('department_order', 'desc')
    .orderBy('is_primary', 'desc')
    .orderBy('department')
    .selectAll(),
)

export const insertPersonDepartment = statement((db, p: PersonDepartmentRow) =>
  db.insertInto('person_departments').values({
    company: p.company,
    department: p.department,
    person: p.person,
    person_order: p.person_order,
    department_order: p.department_order,
    is_primary: p.is_primary,
    joined_at: p.joined_at,
  }),
)

export const updatePersonDepartment = statement((db, p: Omit<PersonDepartmentRow, 'joined_at'>) =>
  db
    .updateTable('person_departments')
    .set({ person_order: p.person_order, department_order: p.department_order, is_primary: p.is_primary })
    .where('company', '=', p.company)
    .where('person', '=', p.person)
    .where('department', '=', p.department),
)

export const deletePersonDepartments = statement((db, p: { company: string; person: string; departments: readonly string[] }, engine) =>
  db
    .deleteFrom('person_departments')
    .where('company', '=', p.company)
    .where('person', '=', p.person)
    .where('department', 'in', textsOf(engine, p.departments)),
)
