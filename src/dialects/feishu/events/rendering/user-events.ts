import { isDeepStrictEqual } from 'node:util'
import type { EventAbout } from '../../../../directory/deliveries/read-stream.ts'
import type { Person } from '../../../../directory/people/person.ts'
import type { Reader } from '../../../../directory/session.ts'
import { type ShownUser, shownUsers } from '../../contact-v3/user/shown-user.ts'
import { shownFields, userEventFields } from '../../scopes.ts'
import type { Receiver, Rendered } from '../receiver.ts'

/** Members that a user of an event has, which are fewer than those of a user that is asked for. */
const members = [
  ...['open_id', 'union_id', 'user_id', 'name', 'en_name', 'nickname', 'email', 'job_title', 'mobile', 'gender', 'avatar', 'status'],
  ...['department_ids', 'leader_user_id', 'city', 'country', 'work_station', 'join_time', 'employee_no', 'employee_type', 'orders'],
  ...['custom_attrs', 'job_level_id', 'job_family_id', 'dotted_line_leader_user_ids'],
] as const

/** Only the user as it is now has it, not the one before: a change of it is told without what it was (user/events/updated). */
const onlyNow = 'enterprise_email'

const all = [...members, onlyNow] as const
type Member = (typeof all)[number]
type EventUser = Partial<Record<Member, unknown>>

/** People by their open_id, but for those that a company's own fields point at (`generic_user.id`). */
const ids = { people: 'open_id', departments: 'open_department_id', genericUsers: 'user_id' } as const

/** What somebody did to a person, as one app may know it; several events where the wire has several for it. */
export async function userEvents(reader: Reader, to: Receiver, { kind, before, after }: EventAbout<'person'>): Promise<Rendered[]> {
  if (kind === 'person_changed') return await updatedEvents(reader, to, after, before)
  const [shown] = await shownUsers(reader, to, ids, [after], userEventFields)
  const object = picked(shown, all)
  if (kind !== 'person_resigned') return [{ type: 'contact.user.created_v3', part: '', event: { object } }]
  const old = { department_ids: before.placements.map(({ department }) => department), open_id: object.open_id }
  const old_object = shownFields(userEventFields, old, to)
  return [{ type: 'contact.user.deleted_v3', part: '', event: { object, old_object } }]
}

/** A new phone number and a new address are events of their own, behind the one about everything else. */
const alone = ['mobile', 'email'] as const

async function updatedEvents(reader: Reader, to: Receiver, now: Person, before: Partial<Person>): Promise<Rendered[]> {
  const [shownNow, shownBefore] = await shownUsers(reader, to, ids, [now, { ...now, ...before }], userEventFields)
  const object = picked(shownNow, all)
  const old = picked(shownBefore, all)
  const changed = all.filter((member) => !isDeepStrictEqual(object[member], old[member]))
  // What somebody had and has no more, or the other way round, is told as empty.
  for (const member of changed) {
    object[member] ??= emptyLike(old[member])
    old[member] ??= emptyLike(object[member])
  }
  const updated = (part: string, parts: readonly Member[]): Rendered[] => {
    if (parts.length === 0) return []
    const old_object = picked(
      old,
      parts.filter((member) => member !== onlyNow),
    )
    return [{ type: 'contact.user.updated_v3', part, event: { object, old_object } }]
  }
  const others = changed.filter((member) => !alone.some((one) => one === member))
  return [
    ...updated('', others),
    ...alone.flatMap((one) =>
      updated(
        one,
        changed.filter((member) => member === one),
      ),
    ),
  ]
}

function emptyLike(value: unknown): unknown {
  if (typeof value === 'number') return 0
  return Array.isArray(value) ? [] : ''
}

function picked(user: ShownUser | EventUser | undefined, wanted: readonly Member[]): EventUser {
  const whole = (user ?? {}) as EventUser
  return Object.fromEntries(wanted.filter((member) => whole[member] !== undefined).map((member) => [member, whole[member]]))
}
