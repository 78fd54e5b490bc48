import type { Schema } from '../../../storage/schema.ts'
import type { CompanyGroupRow, CompanyRow, DepartmentRow, PersonDepartmentRow, PersonRow } from '../../../storage/schemas/companies.ts'
import type { CompanyRoleMemberRow, CompanyRoleRow, UnitRow } from '../../../storage/schemas/roles-and-units.ts'
import type {
  CompanyNameRow,
  CustomAttributeRow,
  EmployeeTypeRow,
  JobFamilyRow,
  JobLevelRow,
} from '../../../storage/schemas/vocabularies.ts'
import type { Reader } from '../../../storage/store.ts'
import * as every from '../../../storage/tables/companies/company-contents.ts'
import { type CompanyNames, namesIn } from './company-names.ts'

/** All that a company holds, and how documents name it. */
export interface CompanyContent {
  readonly row: CompanyRow
  readonly attributes: readonly CustomAttributeRow[]
  readonly types: readonly EmployeeTypeRow[]
  readonly families: readonly JobFamilyRow[]
  readonly levels: readonly JobLevelRow[]
  readonly titles: readonly CompanyNameRow[]
  readonly cities: readonly CompanyNameRow[]
  readonly units: readonly UnitRow[]
  readonly departments: readonly DepartmentRow[]
  readonly people: readonly PersonRow[]
  /** By person, in the order in which they are read. */
  readonly seats: ReadonlyMap<string, readonly PersonDepartmentRow[]>
  readonly groups: readonly CompanyGroupRow[]
  readonly groupMembers: ReadonlyMap<string, readonly Schema['company_group_members'][]>
  readonly roles: readonly CompanyRoleRow[]
  readonly roleMembers: ReadonlyMap<string, readonly CompanyRoleMemberRow[]>
  /** By role and person. */
  readonly roleDepartments: ReadonlyMap<string, readonly string[]>
  readonly names: CompanyNames
}

export async function readCompany(reader: Reader, row: CompanyRow): Promise<CompanyContent> {
  const company = { company: row.id }
  const families = await reader.all(every.everyJobFamily, company)
  const levels = await reader.all(every.everyJobLevel, company)
  const departments = await reader.all(every.everyDepartment, company)
  const people = await reader.all(every.everyPerson, company)
  const roleDepartments = await reader.all(every.everyRoleDepartment, company)
  return {
    row,
    attributes: await reader.all(every.everyCustomAttribute, company),
    types: await reader.all(every.everyEmployeeType, company),
    families,
    levels,
    titles: await reader.all(every.everyJobTitle, company),
    cities: await reader.all(every.everyWorkCity, company),
    units: await reader.all(every.everyUnit, company),
    departments,
    people,
    seats: Map.groupBy(await reader.all(every.everySeat, company), ({ person }) => person),
    groups: await reader.all(every.everyCompanyGroup, company),
    groupMembers: Map.groupBy(await reader.all(every.everyGroupMember, company), ({ group_id }) => group_id),
    roles: await reader.all(every.everyCompanyRole, company),
    roleMembers: Map.groupBy(await reader.all(every.everyRoleMember, company), ({ role }) => role),
    roleDepartments: new Map(
      [...Map.groupBy(roleDepartments, ({ role, person }) => `${role} ${person}`)].map(([key, rows]) => [
        key,
        rows.map(({ department }) => department),
      ]),
    ),
    names: namesIn({ families, levels, departments, people }),
  }
}
