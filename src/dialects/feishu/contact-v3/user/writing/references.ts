import type { Told } from '../../../../../directory/people/draft.ts'
import { Refused } from '../../../../../directory/refusals.ts'
import type { Reader } from '../../../../../directory/session.ts'
import type { Call } from '../../../call.ts'
import type { UserIdType } from '../../../ids.ts'
import { readDepartments, readPeople } from '../../../translate-ids.ts'
import type { ShownIds } from '../shown-user.ts'
import type { UserBody } from './body-fields.ts'
import { malformed } from './malformed.ts'

/** Our ids for the ids of a body, each with how it was written. */
export interface References {
  person(text: string, type: UserIdType): string
  /** Undefined for an id that no department has. */
  department(text: string): string | undefined
  readonly told: Told
}

/** How the ids of a body are to be read; people in fields of a company's own are named in their own way by some calls. */
export interface ReadAs {
  readonly ids: ShownIds
  readonly genericUsers: UserIdType
}

/** Reads every id of a body: one query for its people, one for its departments. */
export async function readReferences(reader: Reader, call: Call, { ids, genericUsers }: ReadAs, body: UserBody): Promise<References> {
  const leaders = [
    body.leader_user_id,
    ...(body.dotted_line_leader_user_ids ?? []),
    ...(body.positions ?? []).map(({ leader_user_id }) => leader_user_id),
  ]
  const generic = (body.custom_attrs ?? []).map(({ value }) => value?.generic_user?.id)
  const people = [...named(leaders).map((id) => [id, ids.people] as const), ...named(generic).map((id) => [id, genericUsers] as const)]
  const departments = named([
    ...(body.department_ids ?? []),
    ...[...(body.orders ?? []), ...(body.positions ?? [])].map(({ department_id }) => department_id),
  ])
  const foundPeople = people.length > 0 ? await readPeople(reader, call, people) : []
  const foundDepartments = departments.length > 0 ? await readDepartments(reader, call, departments, ids.departments) : []
  // Who is not there gets an id that nobody has, so that rules of the directory refuse him in their order.
  const ours = new Map(people.map(([text, type], index) => [`${type} ${text}`, foundPeople[index]?.id ?? `stranger ${index}`]))
  const places = new Map(departments.map((text, index) => [text, foundDepartments[index]?.id]))
  return {
    person: (text, type) => ours.get(`${type} ${text}`) as string,
    department: (text) => places.get(text),
    told: new Map(people.map(([text, type]) => [ours.get(`${type} ${text}`) as string, text])),
  }
}

const named = (ids: readonly (string | undefined)[]): string[] =>
  [...new Set(ids)].filter((id) => id !== undefined && id !== '') as string[]

/**
 * Departments that a body names as the user's, each once. To who does not see the whole company one that is not there is outside his range: he is
 * not told what there is. Refuses with `seat_department_unknown`, `department_out_of_range`.
 */
export function seatsOf(call: Pick<Call, 'covering'>, references: References, departments: readonly string[]): string[] {
  const found = departments.map((text) => {
    const department = references.department(text)
    if (department !== undefined) return department
    const fact = call.covering.range.all ? 'seat_department_unknown' : 'department_out_of_range'
    throw new Refused({ fact, department: text })
  })
  return [...new Set(found)]
}

/** The department of an entry of `orders`. Refuses with 41025. */
export function orderedDepartment(references: References, text: string | undefined, index: number): string | undefined {
  if (text === undefined || text === '') return undefined
  const department = references.department(text)
  if (department === undefined)
    throw malformed(41025, `orders[${index}].department_id`, text, { en: 'must be one of department_ids', zh: '应为 department_ids 之一' })
  return department
}
