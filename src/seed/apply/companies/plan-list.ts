import { shown } from '../../read/finding.ts'
import { historic } from '../../schema/companies/kinds.ts'
import { compare } from '../compare.ts'
import type { Planning } from '../plan.ts'
import type { Means, Task } from '../task.ts'
import type { PlannedCompany } from './planned-company.ts'

/** Something that no two of a list have, beside what they are found by. */
interface Alone<Given extends object> {
  readonly member: keyof Given & string
  /** Undefined where it is no matter. */
  of(given: Given): unknown
  /** Those that the directory has. */
  readonly taken: readonly unknown[]
  /** What to do about one that another has. */
  readonly wayOut: 'Leave it out.' | 'Give it another.'
}

interface Listed<Given extends object> {
  readonly list: readonly Given[] | undefined
  /** What each is found by, and the member that says it. */
  readonly member: keyof Given & string
  keyOf(given: Given): unknown
  /** What the directory has, as documents write it, by the same. */
  readonly present: ReadonlyMap<unknown, object>
  readonly makes: string
  readonly alone?: readonly Alone<Given>[]
  /** Makes one that is missing, by the directory's own rules. */
  judged(given: Given, means: Means): Promise<unknown>
  /** Puts one in as it stood. */
  restored(given: Given, means: Means): Promise<unknown>
}

/** Tasks for those of one list of a company that are missing; what is there is compared. */
export function planList<Given extends { id?: string | undefined }>(
  planning: Planning,
  planned: PlannedCompany,
  { list = [], member, keyOf, present, makes, alone = [], judged, restored }: Listed<Given>,
): Task[] {
  const { findings } = planning
  findings.twice(list, member, keyOf)
  if (member !== 'id') findings.twice(list, 'id', ({ id }) => id)
  const taken = new Set([...present.values()].map((each) => (each as { id?: string }).id))
  requireAlone(
    planning,
    list.filter((given) => !present.has(keyOf(given))),
    makes,
    alone,
  )
  for (const each of alone)
    findings.twice(
      list,
      each.member,
      (given) => each.of(given),
      (given) => given[each.member],
    )
  return list.flatMap((given): Task[] => {
    requireNow(planning, planned, given)
    const there = present.get(keyOf(given))
    if (there) {
      compare(findings, given, there)
      return []
    }
    if (given.id !== undefined && taken.has(given.id)) findings.add(given, 'id', `another ${makes} has the id ${given.id}. Leave it out.`)
    const run = (means: Means) => (planned.asItStood ? restored(given, means) : judged(given, means))
    return [{ makes, holder: given, run }]
  })
}

function requireAlone<Given extends object>(
  { findings }: Planning,
  missing: readonly Given[],
  makes: string,
  alone: readonly Alone<Given>[],
): void {
  for (const { member, of, taken, wayOut } of alone) {
    const all = new Set(taken)
    for (const given of missing)
      if (of(given) !== undefined && all.has(of(given)))
        findings.add(given, member, `another ${makes} has ${shown(given[member])} already. ${wayOut}`)
  }
}

/** Complains of what only a company that is put in as it stood can have. */
export function requireNow({ findings }: Planning, { asItStood }: PlannedCompany, given: object): void {
  if (asItStood) return
  for (const member of Object.keys(given).filter((name) => historic.has(name)))
    findings.add(given, member, 'is put in only where the company is written with its `id`. Write that too, or leave this out.')
}
