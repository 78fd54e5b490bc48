import { historic } from '../../schema/companies/kinds.ts'
import { compare } from '../compare.ts'
import type { Planning } from '../plan.ts'
import type { Means, Task } from '../task.ts'
import type { PlannedCompany } from './planned-company.ts'

interface Listed<Given extends object> {
  readonly list: readonly Given[] | undefined
  /** What each is found by, and the member that says it. */
  readonly member: keyof Given & string
  keyOf(given: Given): unknown
  /** What the directory has, as documents write it, by the same. */
  readonly present: ReadonlyMap<unknown, object>
  readonly makes: string
  /** Makes one that is missing, by the directory's own rules. */
  judged(given: Given, means: Means): Promise<unknown>
  /** Puts one in as it stood. */
  restored(given: Given, means: Means): Promise<unknown>
}

/** Tasks for those of one list of a company that are missing; what is there is compared. */
export function planList<Given extends { id?: string | undefined }>(
  planning: Planning,
  planned: PlannedCompany,
  { list = [], member, keyOf, present, makes, judged, restored }: Listed<Given>,
): Task[] {
  const { findings } = planning
  findings.twice(list, member, keyOf)
  if (member !== 'id') findings.twice(list, 'id', ({ id }) => id)
  const taken = new Set([...present.values()].map((each) => (each as { id?: string }).id))
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

/** Complains of what only a company that is put in as it stood can have. */
export function requireNow({ findings }: Planning, { asItStood }: PlannedCompany, given: object): void {
  if (asItStood) return
  for (const member of Object.keys(given).filter((name) => historic.has(name)))
    findings.add(given, member, 'is put in only where the company is written with its `id`. Write that too, or leave this out.')
}
