/** What of a company somebody may see and touch: all of it, or what lies in these departments, these people, and these groups with who is in them. */
export type Range =
  | { readonly all: true }
  | { readonly all: false; readonly departments: readonly string[]; readonly people: readonly string[]; readonly groups: readonly string[] }

export const everything: Range = { all: true }
export const nothing: Range = { all: false, departments: [], people: [], groups: [] }

/** The id of the department above all others, which has no row. */
export const rootDepartment = '0'
