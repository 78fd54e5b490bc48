import { ancestorsOf } from '../../storage/tables/departments/department-ancestors.ts'
import { addToCounters } from '../../storage/tables/departments/department-counters.ts'
import { type Placement, primaryDepartment } from '../people/person.ts'
import { rootDepartment } from '../ranges/range.ts'
import type { Tx } from '../session.ts'

type Seat = Pick<Placement, 'department' | 'isPrimary'>

/** Where one person sat directly and where he sits now; empty lists for who is not counted: before he is there, after he resigned. */
export interface Reseating {
  readonly before: readonly Seat[]
  readonly after: readonly Seat[]
}

/** Corrects the counters of every department that one person comes into or leaves, its own or one below it; the root has none. */
export async function recountPeople(tx: Tx, company: string, reseating: Reseating): Promise<void> {
  await recountAll(tx, company, [reseating])
}

/** The same for many people at once: two statements, whatever their number. */
export async function recountAll(tx: Tx, company: string, reseatings: readonly Reseating[]): Promise<void> {
  const touched = new Set(reseatings.flatMap(({ before, after }) => [...before, ...after].map(({ department }) => department)))
  touched.delete(rootDepartment)
  if (touched.size === 0) return
  const ways = Map.groupBy(await tx.all(ancestorsOf, { company, departments: [...touched] }), ({ department }) => department)
  const counters = new Map<string, [people: number, primary: number]>()
  const add = (department: string, people: number, primary: number) => {
    const [more, primaryMore] = counters.get(department) ?? [0, 0]
    counters.set(department, [more + people, primaryMore + primary])
  }
  const above = (seats: readonly Seat[]) =>
    new Set(seats.flatMap(({ department }) => (ways.get(department) ?? []).map(({ ancestor }) => ancestor)))
  const count = (seats: readonly Seat[], by: 1 | -1) => {
    for (const department of above(seats)) add(department, by, 0)
    const primary = primaryDepartment(seats)
    if (primary !== null) add(primary, 0, by)
  }
  for (const { before, after } of reseatings) {
    count(before, -1)
    count(after, 1)
  }
  const rows = [...counters].filter(([, [people, primary]]) => people !== 0 || primary !== 0)
  if (rows.length > 0) await tx.run(addToCounters, { company, rows: rows.map(([department, more]) => [department, ...more] as const) })
}
