import type { StreamEvent } from '../deliveries/read-stream.ts'
import type { EventKind } from '../events.ts'
import type { Selection } from './bridge.ts'

/** What can make a zone disagree with its company. */
export const followedKinds = [
  'company_changed',
  'department_changed',
  'department_deleted',
  'person_created',
  'person_changed',
  'person_resigned',
  'person_restored',
  'people_group_created',
  'people_group_changed',
  'people_group_deleted',
  'group_person_added',
  'group_person_removed',
  'group_department_added',
  'group_department_removed',
] as const satisfies readonly EventKind[]

/** Whom events concern: some people, or everybody; the names of groups are looked at in any case. */
export type Affected = { readonly whole: true } | { readonly whole: false; readonly people: readonly string[] }

/** Whom these events may have made a difference for. A department that moves takes everybody below it along, and so does one that joins a group. */
export function affectedBy(events: readonly StreamEvent[], { departments, groups }: Selection): Affected {
  const people = new Set<string>()
  for (const { kind, subject, before, after } of events) {
    if (kind.startsWith('person_')) people.add(subject)
    else if (kind === 'group_person_added' || kind === 'group_person_removed') {
      const { person } = kind === 'group_person_added' ? after : before
      if (groups.includes(subject)) people.add(person)
    } else if (kind.startsWith('group_department_')) {
      if (groups.includes(subject)) return { whole: true }
    } else if (kind === 'department_changed') {
      if ('parent' in before) return { whole: true }
    } else if (kind === 'department_deleted' && departments.includes(subject)) return { whole: true }
    else if ((kind === 'people_group_deleted' || kind === 'people_group_created') && groups.includes(subject)) return { whole: true }
  }
  return { whole: false, people: [...people] }
}
