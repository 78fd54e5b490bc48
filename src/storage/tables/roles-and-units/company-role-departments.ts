import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

type Members = { company: string; role: string; people: readonly string[] }

/** The departments for which these people hold the role. */
export const departmentsOfRoleMembers = statement((db, p: Members, engine) =>
  db
    .selectFrom('company_role_departments')
    .where('company', '=', p.company)
    .where('role', '=', p.role)
    .where('person', 'in', textsOf(engine, p.people))
    .orderBy('person')
    .orderBy('department')
    .select(['person', 'department']),
)

/** Gives each of these people each of these departments; pairs that are there stay. */
export const insertRoleDepartments = statement(
  (_db, p: Members & { departments: readonly string[] }, engine) => sql<never>`
    insert into company_role_departments (company, role, person, department)
    select cast(${p.company} as text), cast(${p.role} as text), person.value, department.value
    from ${textsOf(engine, p.people)} as person cross join ${textsOf(engine, p.departments)} as department
    where true on conflict do nothing`,
)

/** Takes from these people what is not one of these departments. */
export const keepRoleDepartments = statement((db, p: Members & { departments: readonly string[] }, engine) =>
  db
    .deleteFrom('company_role_departments')
    .where('company', '=', p.company)
    .where('role', '=', p.role)
    .where('person', 'in', textsOf(engine, p.people))
    .where('department', 'not in', textsOf(engine, p.departments)),
)

export const deleteRoleDepartments = statement((db, p: Members, engine) =>
  db
    .deleteFrom('company_role_departments')
    .where('company', '=', p.company)
    .where('role', '=', p.role)
    .where('person', 'in', textsOf(engine, p.people)),
)

/** The departments for which a person holds his roles. */
export const roleDepartmentsOfPerson = statement(
  (_db, p: { company: string; person: string }) => sql<{ role: string; department: string }>`
    select held.role, held.department from company_role_members member
    join company_role_departments held on held.company = member.company and held.role = member.role and held.person = member.person
    where member.company = ${p.company} and member.person = ${p.person} order by held.role, held.department`,
)

/** To be run before the person leaves the roles: the way to what he holds goes through them. */
export const deleteRoleDepartmentsOfPerson = statement(
  (_db, p: { company: string; person: string }) => sql<never>`
    delete from company_role_departments where company = ${p.company} and person = ${p.person}
      and role in (select role from company_role_members where company = ${p.company} and person = ${p.person})`,
)

/** Who holds a role for this department, and for which others. */
export const roleScopesWithDepartment = statement(
  (_db, p: { company: string; department: string }) => sql<{ role: string; person: string; department: string }>`
    select held.role, held.person, held.department from company_role_departments gone
    join company_role_departments held on held.company = gone.company and held.role = gone.role and held.person = gone.person
    where gone.company = ${p.company} and gone.department = ${p.department}
    order by held.role, held.person, held.department`,
)

export const deleteRoleDepartmentEverywhere = statement((db, p: { company: string; department: string }) =>
  db.deleteFrom('company_role_departments').where('company', '=', p.company).where('department', '=', p.department),
)
