import { type RawBuilder, sql } from 'kysely'
import type { Schema } from '../../schema.ts'
import type { CompanyGroupRow, CompanyRow, DepartmentRow, PersonDepartmentRow, PersonRow } from '../../schemas/companies.ts'
import type { CompanyRoleMemberRow, CompanyRoleRow, UnitRow } from '../../schemas/roles-and-units.ts'
import type { CompanyNameRow, CustomAttributeRow, EmployeeTypeRow, JobFamilyRow, JobLevelRow } from '../../schemas/vocabularies.ts'
import { statement } from '../../statement.ts'

/** Whole contents of a company, in an order that is the same in both engines: for documents that hold all of it. */
const wholeCompany = <Row>(table: keyof Schema, order: RawBuilder<unknown>) =>
  statement((_db, p: { company: string }) => sql<Row>`select * from ${sql.table(table)} where company = ${p.company} order by ${order}`)

export const everyCompany = statement((_db, _p: object) => sql<CompanyRow>`select * from companies order by name, id`)

export const everyCustomAttribute = wholeCompany<CustomAttributeRow>('custom_attributes', sql`id`)
export const everyEmployeeType = wholeCompany<EmployeeTypeRow>('employee_types', sql`number`)
export const everyJobFamily = wholeCompany<JobFamilyRow>('job_families', sql`name`)
export const everyJobLevel = wholeCompany<JobLevelRow>('job_levels', sql`position`)
export const everyJobTitle = wholeCompany<CompanyNameRow>('job_titles', sql`name`)
export const everyWorkCity = wholeCompany<CompanyNameRow>('work_cities', sql`name`)
export const everyUnit = wholeCompany<UnitRow>('units', sql`id`)
export const everyDepartment = wholeCompany<DepartmentRow>('departments', sql`position, id`)
export const everyPerson = wholeCompany<PersonRow>('people', sql`code, id`)
export const everySeat = wholeCompany<PersonDepartmentRow>(
  'person_departments',
  sql`person, department_order desc, is_primary desc, department`,
)
export const everyCompanyGroup = wholeCompany<CompanyGroupRow>('company_groups', sql`name`)
export const everyGroupMember = wholeCompany<Schema['company_group_members']>(
  'company_group_members',
  sql`group_id, kind, joined_at, member`,
)
export const everyCompanyRole = wholeCompany<CompanyRoleRow>('company_roles', sql`name`)
export const everyRoleMember = wholeCompany<CompanyRoleMemberRow>('company_role_members', sql`role, joined_at, person`)
export const everyRoleDepartment = wholeCompany<Schema['company_role_departments']>(
  'company_role_departments',
  sql`role, person, department`,
)
