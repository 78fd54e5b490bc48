import type { Reader } from '../../storage/store.ts'
import { peopleWithIds } from '../../storage/tables/people/people.ts'
import { Refused } from '../refusals.ts'
import type { Department } from './department.ts'

/** The kind of the one main leader. */
export const mainLeader = 1

/** None at all, or each once with exactly one main leader. Refuses with `department_leader_repeats`, `department_needs_one_main_leader`. */
export function requireGoodLeaders(leaders: Department['leaders']): void {
  const seen = new Set<string>()
  for (const { person } of leaders) {
    if (seen.has(person)) throw new Refused({ fact: 'department_leader_repeats', person })
    seen.add(person)
  }
  const given = leaders.filter(({ kind }) => kind === mainLeader).length
  if (leaders.length > 0 && given !== 1) throw new Refused({ fact: 'department_needs_one_main_leader', given })
}

/** Who is named must be there; leaders must also have joined. Refuses with `person_not_found`, `person_resigned`, `department_leader_unjoined`. */
export async function requireHeads(
  reader: Reader,
  company: string,
  leaders: readonly string[],
  partners: readonly string[],
): Promise<void> {
  const ids = [...leaders, ...partners]
  if (ids.length === 0) return
  const rows = new Map((await reader.all(peopleWithIds, { company, ids })).map((row) => [row.id, row]))
  for (const person of ids) {
    const row = rows.get(person)
    if (!row) throw new Refused({ fact: 'person_not_found', person })
    if (row.resigned_at !== null) throw new Refused({ fact: 'person_resigned', person })
  }
  const unjoined = leaders.find((person) => rows.get(person)?.unjoined === 1)
  if (unjoined !== undefined) throw new Refused({ fact: 'department_leader_unjoined', person: unjoined })
}
