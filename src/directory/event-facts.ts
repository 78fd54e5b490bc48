import type { CompanyGroup } from './company-groups/group.ts'
import type { Department } from './departments/department.ts'
import type { EventKind } from './events.ts'
import type { Person } from './people/person.ts'
import type { Range } from './ranges/range.ts'
import type { AttributeDefinition } from './vocabularies/custom-attributes/custom-attribute.ts'
import type { EmployeeType } from './vocabularies/employee-types/employee-type.ts'

interface Came<Thing> {
  readonly before?: undefined
  readonly after: Thing
}

interface Changed<Before, After> {
  readonly before: Before
  readonly after: After
}

interface Went<Thing> {
  readonly before: Thing
  readonly after?: undefined
}

interface AppRange {
  readonly app: string
  readonly range: Range
}

interface Attributes<One> {
  readonly attribute: One
  /** Those that apps may use, by their ids. */
  readonly open: readonly string[]
}

/** Nobody reads back who took over what. */
type Resigned = Person & { readonly handOver?: Readonly<Record<string, string | undefined>> }

/**
 * What events carry of the kinds that code reads back: who writes one and who reads it are held to the same. A `Partial` has what changed. Streams keep
 * what earlier versions wrote: a member that a thing gets later is optional here.
 */
interface EventFacts {
  person_created: Came<Person>
  person_changed: Changed<Partial<Person>, Person>
  person_resigned: Changed<Pick<Person, 'placements' | 'resignedAt'>, Resigned>
  person_restored: Changed<Partial<Person>, Person>
  department_created: Came<Department>
  department_changed: Changed<Partial<Department>, Department>
  department_deleted: Went<Department>
  people_group_deleted: Went<CompanyGroup>
  group_person_added: Came<{ readonly person: string }>
  group_person_removed: Went<{ readonly person: string }>
  app_range_changed: Changed<AppRange, AppRange>
  employee_type_created: Came<EmployeeType>
  employee_type_changed: Changed<EmployeeType, EmployeeType>
  employee_type_activated: Changed<EmployeeType, EmployeeType>
  employee_type_deactivated: Changed<EmployeeType, EmployeeType>
  employee_type_deleted: Went<EmployeeType>
  custom_attribute_changed: Changed<Attributes<AttributeDefinition | null>, Attributes<AttributeDefinition>>
}

/** What is only ever listed. */
interface Loose {
  readonly before?: object
  readonly after?: object
}

/** Events of some kinds: the kind tells what they carry. */
export type EventOf<Kind extends EventKind = EventKind> = {
  [One in Kind]: { readonly kind: One; readonly subject: string } & (One extends keyof EventFacts ? EventFacts[One] : Loose)
}[Kind]
