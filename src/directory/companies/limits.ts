/** Every limit of a company, with its default and where the number comes from. Adjustable company by company, through its facts. */
export const companyLimits = {
  departments: { default: 30_000, source: 'department/create: departments per tenant' },
  departmentChildren: { default: 1000, source: 'department/create, 43013: direct children of a department' },
  departmentDepth: { default: 25, source: 'department/create, 43019: levels below the root' },
  departmentCodeChanges: { default: 1, source: 'department/update_department_id, 43009; the number is ours after the general table 40158' },
  personCodeChanges: { default: 1, source: 'user/update_user_id, 41013; the number is ours after the general table 40119' },
  peopleOfDepartment: { default: 10_000, source: 'department/create: users directly in a department; user/create, 41016' },
  uncertifiedPeople: { default: 100, source: 'user/create, 41007: people of a company that is not certified' },
  departmentsOfUnit: { default: 1000, source: 'department/create, 43017' },
  roles: { default: 500, source: 'functional_role/create, 41208' },
  roleMembers: { default: 1000, source: 'functional_role-member/batch_create, 41209' },
  jobFamilies: { default: 10_000, source: 'job_family/create, 42401' },
  jobFamilyDepth: { default: 5, source: 'job_family/create, 42413; the number is ours' },
  jobLevels: { default: 10_000, source: 'job_level/create, 42300' },
  jobTitles: { default: 10_000, source: 'user/create, job_title' },
  workCities: { default: 10_000, source: 'user/create, city' },
  employeeTypes: { default: 255, source: 'employee_type_enum/create: custom types, deleted ones among them' },
  units: { default: 1000, source: 'unit/create, 43059' },
  groups: { default: 500, source: 'group/create, 42016: of both kinds together' },
  peopleOfGroup: { default: 100_000, source: 'group_member/add, 42012' },
  groupPeoplePerHead: { default: 10, source: 'group_member/add, 42012: over all normal groups, for each person of the company' },
  departmentsOfGroup: { default: 20, source: 'group_member/add, 42011' },
  departmentsOfRule: { default: 100, source: 'group/create, 42026; the number is ours' },
} as const

type CompanyLimitName = keyof typeof companyLimits
export type CompanyLimits = Readonly<Record<CompanyLimitName, number>>

const defaults = Object.fromEntries(Object.entries(companyLimits).map(([name, limit]) => [name, limit.default])) as CompanyLimits

/** The limits in force: the defaults, overlaid with what was set for this company. */
export function companyLimitsOf(adjusted: Partial<CompanyLimits> = {}): CompanyLimits {
  return { ...defaults, ...adjusted }
}
