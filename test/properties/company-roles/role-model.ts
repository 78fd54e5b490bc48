import type { RoleOutcome } from '../../../src/directory/company-roles/judge-members.ts'
import type { RoleMember } from '../../../src/directory/company-roles/role.ts'
import { type DepartmentId, type PersonId, parents, seats } from './stored-company.ts'

/** Whom a request names: somebody, or nobody that there is. */
export type Named = PersonId | 'nobody'
/** The department that a caller's range is made of; `all` of the company otherwise. */
export type SomeRange = DepartmentId | 'all'

interface Batch<Kind> {
  readonly kind: Kind
  readonly people: readonly Named[]
  readonly range: SomeRange
}

export type BatchChange = Batch<'add'> | Batch<'remove'> | (Batch<'scope'> & { readonly departments: readonly DepartmentId[] })

export type Change =
  | BatchChange
  | { readonly kind: 'put'; readonly person: PersonId; readonly scope: 'all' | 'none' }
  | { readonly kind: 'leave'; readonly person: PersonId }
  | { readonly kind: 'forget'; readonly department: DepartmentId }

export type Outcomes = readonly RoleOutcome[] | 'department_out_of_range' | undefined

/** A role as one thinks of it: who holds it, for all of the company or for a set of departments. */
export class RoleModel {
  readonly members = new Map<PersonId, 'all' | Set<DepartmentId>>()

  state(): Record<string, RoleMember> {
    const shown = [...this.members].map(([person, held]): [string, RoleMember] => {
      if (held === 'all') return [person, { person, scope: 'all', departments: [] }]
      return [person, { person, scope: held.size > 0 ? 'part' : 'none', departments: [...held].sort() }]
    })
    return Object.fromEntries(shown)
  }

  take(change: Change): Outcomes {
    if (change.kind === 'put') this.members.set(change.person, change.scope === 'all' ? 'all' : new Set())
    else if (change.kind === 'leave') this.members.delete(change.person)
    else if (change.kind === 'forget') {
      for (const held of this.members.values()) if (held !== 'all') held.delete(change.department)
    } else return this.#batch(change)
    return undefined
  }

  #batch(change: BatchChange): Outcomes {
    const { kind, people, range } = change
    if (kind === 'scope' && change.departments.some((department) => !within(department, range))) return 'department_out_of_range'
    const outcomes = people.map((person) => (kind === 'add' ? this.#addition(person, range) : this.#touch(person, range)))
    for (const [index, person] of people.entries()) {
      if (outcomes[index] !== 'done' || person === 'nobody') continue
      if (kind === 'remove') this.members.delete(person)
      else this.members.set(person, new Set(kind === 'scope' ? change.departments : []))
    }
    return outcomes
  }

  #addition(person: Named, range: SomeRange): RoleOutcome {
    if (person === 'nobody') return 'unknown_person'
    if (!within(seats[person], range)) return 'person_out_of_range'
    return this.members.has(person) ? 'already_member' : 'done'
  }

  #touch(person: Named, range: SomeRange): RoleOutcome {
    if (person === 'nobody') return 'unknown_person'
    if (!within(seats[person], range)) return 'person_out_of_range'
    const held = this.members.get(person)
    if (!held) return 'not_a_member'
    const beyond = held === 'all' ? range !== 'all' : [...held].some((department) => !within(department, range))
    return beyond ? 'scope_out_of_range' : 'done'
  }
}

function within(department: DepartmentId, range: SomeRange): boolean {
  return range === 'all' || department === range || parents[department] === range
}
