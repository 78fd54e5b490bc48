import type { Reader } from '../../storage/store.ts'
import { departmentsOfRoleMembers } from '../../storage/tables/roles-and-units/company-role-departments.ts'
import { roleMembersAmong } from '../../storage/tables/roles-and-units/company-role-members.ts'
import type { NamedPerson } from '../people/named-people.ts'
import { type Covering, coveredDepartments, coveredPeople } from '../ranges/covers.ts'
import type { RoleMember, RoleScope } from './role.ts'

/** Several people whose place in one role is to change, in the order of the request; undefined where nobody was meant. */
export interface RoleBatch {
  readonly covering: Covering
  readonly role: string
  readonly people: readonly (NamedPerson | undefined)[]
}

/** What became of one of them: done, or why not. */
export type RoleOutcome = 'done' | 'unknown_person' | 'person_out_of_range' | 'already_member' | 'not_a_member' | 'scope_out_of_range'

/** Those of a batch that are with the company, each once. */
export function presentPeople({ people }: Pick<RoleBatch, 'people'>): string[] {
  return [...new Set(people.flatMap((person) => (person && !person.resigned ? [person.id] : [])))]
}

/** Who of these people holds the role, and for what: two queries, whatever their number. */
export async function membersAmong(
  reader: Reader,
  company: string,
  role: string,
  people: readonly string[],
): Promise<Map<string, RoleMember>> {
  const rows = await reader.all(roleMembersAmong, { company, role, people })
  const partial = rows.filter(({ scope }) => scope === 'part').map(({ person }) => person)
  const held = partial.length === 0 ? [] : await reader.all(departmentsOfRoleMembers, { company, role, people: partial })
  const departments = Map.groupBy(held, ({ person }) => person)
  return new Map(
    rows.map(({ person, scope }) => {
      const own = (departments.get(person) ?? []).map(({ department }) => department)
      return [person, { person, scope: scope as RoleScope, departments: own }]
    }),
  )
}

/** Judges an addition. */
export async function judgeAdditions(reader: Reader, { covering, role, people }: RoleBatch): Promise<RoleOutcome[]> {
  const present = presentPeople({ people })
  const covered = await coveredPeople(reader, covering, present)
  const rows = present.length === 0 ? [] : await reader.all(roleMembersAmong, { company: covering.company, role, people: present })
  const members = new Set(rows.map(({ person }) => person))
  return people.map((person) => {
    if (!person || person.resigned) return 'unknown_person'
    if (!covered.has(person.id)) return 'person_out_of_range'
    return members.has(person.id) ? 'already_member' : 'done'
  })
}

/** Judges what is done to members: nobody touches one who holds the role for something beyond the caller's range. */
export async function judgeMembers(
  reader: Reader,
  { covering, people }: RoleBatch,
  members: ReadonlyMap<string, RoleMember>,
): Promise<RoleOutcome[]> {
  const { company, range } = covering
  const covered = await coveredPeople(reader, covering, presentPeople({ people }))
  const held = [...new Set([...members.values()].flatMap(({ departments }) => departments))]
  const seen = await coveredDepartments(reader, { company, range }, held)
  const beyond = ({ scope, departments }: RoleMember) =>
    (scope === 'all' && !range.all) || departments.some((department) => !seen.has(department))
  return people.map((person) => {
    if (!person || person.resigned) return 'unknown_person'
    if (!covered.has(person.id)) return 'person_out_of_range'
    const member = members.get(person.id)
    if (!member) return 'not_a_member'
    return beyond(member) ? 'scope_out_of_range' : 'done'
  })
}

/** Those of a batch with whom something is to be done, each once. */
export function doneOnes({ people }: RoleBatch, outcomes: readonly RoleOutcome[]): string[] {
  return presentPeople({ people: people.filter((_, index) => outcomes[index] === 'done') })
}
