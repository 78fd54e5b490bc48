import type { StreamEvent } from '../../../../directory/deliveries/read-stream.ts'
import { findPeople } from '../../../../directory/people/find-people.ts'
import type { Person } from '../../../../directory/people/person.ts'
import type { Range } from '../../../../directory/ranges/range.ts'
import { rootDepartment } from '../../../../directory/ranges/range.ts'
import type { Reader } from '../../../../directory/session.ts'
import { assignedLicences } from '../../contact-v3/user/assigned-licences.ts'
import { type ShownUser, shownUsers } from '../../contact-v3/user/shown-user.ts'
import type { Receiver, Rendered } from '../receiver.ts'
import { scopeDepartments, scopeGroups } from './scope-members.ts'

/** People by their open_id, but for those that a company's own fields point at (`generic_user.id`). */
const ids = { people: 'open_id', departments: 'open_department_id', genericUsers: 'user_id' } as const

type Parts = Exclude<Range, { all: true }>

/** What an app's own range won and lost. All of the company is told as its root department. */
export async function rangeEvents(
  reader: Reader,
  to: Receiver,
  { seq, subject, before, after }: StreamEvent<'app_range_changed'>,
): Promise<Rendered[]> {
  if (subject !== to.app) return []
  const [old, now] = [partsOf(before.range), partsOf(after.range)]
  const added = await scope(reader, to, beyond(now, old), seq)
  const removed = await scope(reader, to, beyond(old, now), seq)
  return [{ type: 'contact.scope.updated_v3', part: '', event: { added, removed } }]
}

const partsOf = (range: Range): Parts => (range.all ? { all: false, departments: [rootDepartment], people: [], groups: [] } : range)

function beyond(one: Parts, other: Parts): Parts {
  const less = (list: readonly string[], without: readonly string[]) => list.filter((id) => !without.includes(id))
  return {
    all: false,
    departments: less(one.departments, other.departments),
    people: less(one.people, other.people),
    groups: less(one.groups, other.groups),
  }
}

async function scope(reader: Reader, to: Receiver, { departments, people, groups }: Parts, seq: number): Promise<object> {
  const found = (await findPeople(reader, to.company.id, people)).filter((person) => person !== undefined)
  return {
    departments: await scopeDepartments(reader, to, departments),
    users: (await shownUsers(reader, to, ids, found)).map((user, index) => told(user, found[index] as Person, to)),
    user_groups: await scopeGroups(reader, to, groups, seq),
  }
}

/** What a call shows of a user and this event does not: it does not tell where he sits (scope/events/updated). */
const notTold: readonly string[] = ['department_ids', 'orders', 'mobile_visible', 'avatar_key', 'is_tenant_manager']

function told(user: ShownUser, person: Person, to: Receiver): object {
  const kept = Object.entries(user).filter(([member]) => !notTold.includes(member))
  return { ...Object.fromEntries(kept), ...assignedLicences(person, to) }
}
