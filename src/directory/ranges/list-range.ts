import type { Reader } from '../../storage/store.ts'
import { groupsById, presentGroups } from '../../storage/tables/people/range-lists.ts'
import { listChildren, listSome } from '../departments/list-departments.ts'
import { presentAmong, seatsOf } from '../people/list-people.ts'
import type { Covering } from './covers.ts'
import { rootDepartment } from './range.ts'

/** The lists in which a range is told, in their order. */
const kinds = ['person', 'department', 'group'] as const
export type RangeKind = (typeof kinds)[number]

/** Something that a range holds, with the place from which its list goes on. */
export interface InRange {
  readonly kind: RangeKind
  readonly id: string
  readonly place: readonly (string | number)[]
}

/** The last thing that was given. */
export type RangePlace = readonly [kind: RangeKind, ...place: readonly (string | number)[]]

/**
 * What a range holds, behind a place: the people, departments and groups that it names and that are there. Of a range that is everything: who and
 * what is directly below the root, and every group.
 */
export async function listRange(reader: Reader, covering: Covering, behind: RangePlace | undefined, limit: number): Promise<InRange[]> {
  const [reached, ...place] = behind ?? [kinds[0]]
  const found: InRange[] = []
  for (const kind of kinds.slice(kinds.indexOf(reached))) {
    const after = kind === reached && place.length > 0 ? place : undefined
    if (found.length < limit) found.push(...(await lists[kind](reader, covering, after, limit - found.length)))
  }
  return found
}

type List = (reader: Reader, covering: Covering, after: InRange['place'] | undefined, limit: number) => Promise<InRange[]>

const lists: Readonly<Record<RangeKind, List>> = {
  async person(reader, { company, range }, after, limit) {
    if (!range.all) return named('person', await presentAmong(reader, company, range.people, String(after?.[0] ?? ''), limit))
    const [order, joined, person] = after ?? []
    const seat = after && { person_order: whole(order), joined_at: whole(joined), person: String(person) }
    const seats = await seatsOf(reader, company, rootDepartment, seat, limit)
    return seats.map(({ person: id, person_order, joined_at }) => ({ kind: 'person', id, place: [person_order, joined_at, id] }))
  },
  async department(reader, { company, range }, after, limit) {
    if (!range.all) {
      const some = await listSome(reader, company, range.departments, { after: String(after?.[0] ?? ''), limit, below: false })
      return some.map(({ id }) => ({ kind: 'department', id, place: [id] }))
    }
    const children = await listChildren(reader, company, rootDepartment, { after: whole(after?.[0] ?? -1), limit })
    return children.map(({ id, position }) => ({ kind: 'department', id, place: [position] }))
  },
  async group(reader, { company, range }, after, limit) {
    const behind = { company, after: String(after?.[0] ?? ''), limit }
    const rows = range.all ? await reader.all(groupsById, behind) : await reader.all(presentGroups, { ...behind, ids: range.groups })
    return named(
      'group',
      rows.map(({ id }) => id),
    )
  },
}

/** A place comes from a client, who may have put the place of one list behind the kind of another. */
const whole = (value: unknown): number => (Number.isSafeInteger(value) ? Number(value) : 0)

const named = (kind: RangeKind, ids: readonly string[]): InRange[] => ids.map((id) => ({ kind, id, place: [id] }))
