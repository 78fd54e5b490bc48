import { isAbout, rangesSince, type StreamEvent } from '../../../../directory/deliveries/read-stream.ts'
import { coveredDepartments, coveredPeople } from '../../../../directory/ranges/covers.ts'
import type { Range } from '../../../../directory/ranges/range.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Receiver } from '../receiver.ts'

/**
 * Tells which of some events concern what lies in an app's range. Where a person sat and what a department lay under is taken from the events,
 * as the directory may know neither any more; so is the range, which may have changed since.
 */
export async function coverage(reader: Reader, to: Receiver, events: readonly StreamEvent[]): Promise<(event: StreamEvent) => boolean> {
  const [first] = events
  if (!first) return () => false
  const rangeAt = await rangesSince(reader, { company: to.company.id, app: to.app }, first.seq - 1, to.range)
  const covered = new Set<StreamEvent>()
  for (const [range, ofRange] of Map.groupBy(events, ({ seq }) => rangeAt(seq))) {
    const covers = await within(reader, to.company.id, range, ofRange)
    for (const event of ofRange) if (covers(event)) covered.add(event)
  }
  return (event) => covered.has(event)
}

async function within(
  reader: Reader,
  company: string,
  range: Range,
  events: readonly StreamEvent[],
): Promise<(event: StreamEvent) => boolean> {
  if (range.all) return () => true
  const covering = { company, range }
  const departments = new Set(await coveredDepartments(reader, covering, [...new Set(events.flatMap(departmentsOf))]))
  const subjects = events.filter((event) => isAbout('person', event)).map(({ subject }) => subject)
  const people = await coveredPeople(reader, covering, [...new Set(subjects)])
  const inGroups = groupsAt(events, range.groups)
  return (event) => {
    if (departmentsOf(event).some((department) => range.departments.includes(department) || departments.has(department))) return true
    if (!isAbout('person', event)) return !isAbout('department', event)
    return range.people.includes(event.subject) || (inGroups(event) ?? people.has(event.subject))
  }
}

function departmentsOf(event: StreamEvent): string[] {
  if (isAbout('department', event)) {
    const { id, parent } = event.kind === 'department_deleted' ? event.before : event.after
    return [id, parent]
  }
  if (!isAbout('person', event)) return []
  const { placements } = event.kind === 'person_resigned' ? event.before : event.after
  return placements.map(({ department }) => department)
}

/**
 * Whether a person was in one of the groups when an event happened, as far as later events tell; undefined when they say nothing. Whoever resigns
 * is taken out of the groups in the same transaction, and counts as in them.
 */
function groupsAt(events: readonly StreamEvent[], groups: readonly string[]): (event: StreamEvent) => true | undefined {
  const left = events.filter((event) => event.kind === 'group_person_removed').filter(({ subject }) => groups.includes(subject))
  return ({ kind, seq, subject, requestId }) => {
    const later = left.some(({ seq: at, requestId: by, before }) => {
      return before.person === subject && (at > seq || (kind === 'person_resigned' && by === requestId))
    })
    return later || undefined
  }
}
