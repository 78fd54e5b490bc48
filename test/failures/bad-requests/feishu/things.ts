import { contactV3 } from '../../../../src/dialects/feishu/contact-v3.ts'
import type { DepartmentIdType, UserIdType } from '../../../../src/dialects/feishu/ids.ts'
import type { Seeded } from '../../../kit/seeded.ts'

export type PersonIds = Readonly<Record<UserIdType, string>>
export type DepartmentIds = Readonly<Record<'open_department_id' | 'department_id', string>>

/** Which ids a request says that it speaks of. */
export interface IdKinds {
  readonly people: UserIdType
  readonly departments: DepartmentIdType
}

/** So many of each are remembered; older ones are forgotten, most were deleted anyway. */
const most = 12

/** Names in paths by which things are known beside people and departments: `group_id`, `role_id`, `job_level_id`. */
const pathNames = new Set(
  contactV3.flatMap(({ parts }) => Object.keys(parts.path.properties)).filter((name) => !/^(user|member|department)_id$/.test(name)),
)
const remembered = new Set([...pathNames, 'page_token', 'refresh_token', 'mobile', 'email', 'employee_no', 'job_title', 'city'])

/** What exists in a company, as answers told it: so that much of what is sent goes deep. */
export class Things {
  readonly #people: PersonIds[] = []
  readonly #departments: DepartmentIds[] = []
  readonly #texts = new Map<string, string[]>()

  /** Remembers what an answer tells, at any depth. */
  learn(told: unknown): void {
    if (typeof told !== 'object' || told === null) return
    const members = told as Record<string, unknown>
    if (members.open_id && members.union_id && members.user_id) keep(this.#people, members as PersonIds)
    if (members.open_department_id && members.department_id) keep(this.#departments, members as DepartmentIds)
    for (const [name, value] of Object.entries(members)) {
      if (typeof value === 'string' && value !== '' && remembered.has(name)) this.add(name, value)
      else this.learn(value)
    }
  }

  add(name: string, text: string): void {
    const kept = this.#texts.get(name) ?? []
    this.#texts.set(name, kept)
    if (kept.includes(text)) kept.splice(kept.indexOf(text), 1)
    keep(kept, text)
  }

  /** An id of a person in the kind that the request names, seldom in another. */
  person(random: Seeded, { people }: IdKinds): string {
    const kind = random.chance(0.93) ? people : random.pick(['open_id', 'union_id', 'user_id'] as const)
    return this.#people.length > 0 ? random.pick(this.#people)[kind] : 'ou_0'
  }

  department(random: Seeded, { departments }: IdKinds): string {
    if (this.#departments.length === 0 || random.chance(0.15)) return '0'
    const kind = random.chance(0.93) ? departments : random.pick(['open_department_id', 'department_id'] as const)
    return random.pick(this.#departments)[kind]
  }

  /** A thing that is known under this name of a parameter: `group_id`, `unit_ids`, `parent_job_family_id`. */
  known(random: Seeded, name: string): string | undefined {
    const kept = this.#texts.get(name) ?? this.#texts.get(name.replace(/s$/, '')) ?? this.#texts.get(name.replace(/^parent_/, ''))
    // What was told last is likely to be there still.
    return kept && (random.chance(0.5) ? kept.at(-1) : random.pick(kept))
  }

  /** Texts of every kind, for where none of them belongs. */
  get all(): readonly string[] {
    return ['0', ...[...this.#texts.values()].flat(), ...this.#people.map(({ open_id }) => open_id)]
  }
}

function keep<Thing>(kept: Thing[], thing: Thing): void {
  kept.push(thing)
  if (kept.length > most) kept.shift()
}
