import { ancestorsOf } from '../../storage/tables/departments/department-ancestors.ts'
import { addToCounters } from '../../storage/tables/departments/department-counters.ts'
import { rootDepartment } from '../ranges/range.ts'
import type { Tx } from '../session.ts'

/** Where one person sat directly and where he sits now; both empty lists for who is not counted: before he is there, after he resigned. */
export interface Reseating {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly primaryBefore: string | null
  readonly primaryAfter: string | null
}

/** Corrects the counters of every department that one person comes into or leaves, its own or one below it; the root has none. */
export async function recountPeople(tx: Tx, company: string, reseating: Reseating): Promise<void> {
  await recountAll(tx, company, [reseating])
}

/** The same for many people at once: two statements, whatever their number. */
export async function recountAll(tx: Tx, company: string, reseatings: readonly Reseating[]): Promise<void> {
  const seats = new Set(reseatings.flatMap(({ before, after }) => [...before, ...after]))
  seats.delete(rootDepartment)
  if (seats.size === 0) return
  const ways = Map.groupBy(await tx.all(ancestorsOf, { company, departments: [...seats] }), ({ department }) => department)
  const counters = new Map<string, [people: number, primary: number]>()
  const add = (department: string, people: number, primary: number) => {
    const [more, primaryMore] = counters.get(department) ?? [0, 0]
    counters.set(department, [more + people, primaryMore + primary])
  }
  const above = (departments: readonly string[]) =>
    new Set(departments.flatMap((department) => (ways.get(department) ?? []).map(({ ancestor }) => ancestor)))
  for (const { before, after, primaryBefore, primaryAfter } of reseatings) {
    for (const department of above(before)) add(department, -1, 0)
    for (const department of above(after)) add(department, 1, 0)
    if (primaryBefore !== null) add(primaryBefore, 0, -1)
    if (primaryAfter !== null) add(primaryAfter, 0, 1)
  }
  const rows = [...counters].filter(([, [people, primary]]) => people !== 0 || primary !== 0)
  if (rows.length > 0) await tx.run(addToCounters, { company, rows: rows.map(([department, more]) => [department, ...more] as const) })
}
