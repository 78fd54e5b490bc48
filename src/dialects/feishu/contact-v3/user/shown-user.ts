import type { Static } from 'typebox'
import type { Person } from '../../../../directory/people/person.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { type DepartmentIdType, openId, type UserIdType, unionId } from '../../ids.ts'
import { type FieldScopes, maySee, shownFields, userFields } from '../../scopes.ts'
import { departmentWriter, personWriter } from '../../translate-ids.ts'
import { avatarOf } from './avatar.ts'
import { attributeWriter, personsOfAttributes } from './shown-attributes.ts'
import type { userObject } from './user-schema.ts'

export type ShownUser = Static<typeof userObject>

/** Which ids an answer is written with. */
export interface ShownIds {
  readonly people: UserIdType
  readonly departments: DepartmentIdType
  /** Of people that a company's own fields point at; as `people` when absent. */
  readonly genericUsers?: UserIdType
}

/** Whose answer it is: nothing of the request that asked for it. */
export type ShownTo = Pick<Call, 'company' | 'idKeys' | 'scopes'>

/**
 * People as this wire shows them to one app, in order: no more than the fields that its scopes open. Without the scope for ids of a type nobody is
 * named by them either, and never is who resigned by an id that another has by now. At most four queries, whatever the number of people.
 */
export async function shownUsers(
  reader: Reader,
  to: ShownTo,
  ids: ShownIds,
  stored: readonly Person[],
  fields: FieldScopes = userFields,
): Promise<ShownUser[]> {
  const { genericUsers = ids.people } = ids
  const mayName = (type: UserIdType) => type !== 'user_id' || maySee(userFields, 'user_id', to)
  const led = mayName(ids.people) ? stored : stored.map(ledByNobody)
  const people = mayName(genericUsers) ? led : led.map(pointingAtNobody)
  const departments = people.flatMap(({ placements, posts }) => [...placements, ...posts].map(({ department }) => department))
  const pointedAt = people.flatMap(({ customAttributes }) => personsOfAttributes(customAttributes))
  const alike = genericUsers === ids.people
  const named = [...people.flatMap(leadersOf), ...(alike ? pointedAt : [])]
  const writers = {
    person: await personWriter(reader, to, ids.people, [...new Set(named)]),
    department: await departmentWriter(reader, to, ids.departments, [...new Set(departments)]),
  }
  const generic = alike ? writers.person : await personWriter(reader, to, genericUsers, [...new Set(pointedAt)])
  const attributes = await attributeWriter(reader, to.company.id, people, generic)
  return people.map((person) =>
    shownFields(fields, withoutEmpty({ ...plainMembers(person, to), ...linked(person, writers), custom_attrs: attributes(person) }), to),
  )
}

/** One person, the same way. */
export async function shownUserOf(
  reader: Reader,
  to: ShownTo,
  ids: ShownIds,
  person: Person,
  fields: FieldScopes = userFields,
): Promise<ShownUser> {
  const [shown] = await shownUsers(reader, to, ids, [person], fields)
  return shown as ShownUser
}

function ledByNobody(person: Person): Person {
  return { ...person, leader: null, dottedLeaders: [], posts: person.posts.map((post) => ({ ...post, leader: null })) }
}

function pointingAtNobody(person: Person): Person {
  return { ...person, customAttributes: person.customAttributes.filter(({ value }) => value.person === undefined) }
}

function leadersOf({ leader, dottedLeaders, posts }: Person): string[] {
  const above = [leader, ...dottedLeaders, ...posts.map((post) => post.leader)]
  return above.filter((person) => person !== null)
}

function plainMembers(person: Person, { idKeys }: ShownTo): ShownUser {
  return {
    union_id: unionId(person.id, idKeys),
    user_id: person.code,
    open_id: openId(person.id, idKeys),
    name: person.name,
    en_name: person.enName,
    nickname: person.nickname,
    email: person.email,
    mobile: person.mobile,
    mobile_visible: person.mobileVisible,
    gender: person.gender,
    avatar_key: person.avatarKey,
    avatar: avatarOf(person),
    status: statusOf(person),
    city: person.city,
    country: person.country,
    work_station: person.workStation,
    ...(person.joinTime !== null && { join_time: person.joinTime }),
    is_tenant_manager: person.isManager,
    employee_no: person.employeeNo,
    employee_type: person.employeeType,
    enterprise_email: person.enterpriseEmail,
    job_title: person.jobTitle,
    is_frozen: person.frozen,
    geo: person.geo,
    job_level_id: person.jobLevel,
    job_family_id: person.jobFamily,
    description: person.description,
  }
}

/** The five flags of a person's account. */
export function statusOf(person: Person): NonNullable<ShownUser['status']> {
  return {
    is_frozen: person.frozen,
    is_resigned: person.resignedAt !== null,
    is_activated: person.activated,
    is_exited: person.exited,
    is_unjoin: person.unjoined,
  }
}

interface Writers {
  person(id: string): string
  department(id: string): string
}

function linked({ leader, dottedLeaders, placements, posts, subscriptions }: Person, write: Writers): ShownUser {
  return {
    department_ids: placements.map(({ department }) => write.department(department)),
    ...(leader !== null && { leader_user_id: write.person(leader) }),
    dotted_line_leader_user_ids: dottedLeaders.map(write.person).filter((id) => id !== ''),
    orders: placements.map((placement) => ({
      department_id: write.department(placement.department),
      user_order: placement.personOrder,
      department_order: placement.departmentOrder,
      is_primary_dept: placement.isPrimary,
    })),
    ...(subscriptions.length > 0 && { subscription_ids: [...subscriptions] }),
    ...(posts.length > 0 && { positions: posts.map((post) => positionOf(post, write)) }),
  }
}

function positionOf(post: Person['posts'][number], write: Writers): NonNullable<ShownUser['positions']>[number] {
  const leader = post.leader === null ? '' : write.person(post.leader)
  return {
    position_code: post.code,
    position_name: post.name,
    department_id: write.department(post.department),
    ...(leader !== '' && { leader_user_id: leader }),
    ...(post.leaderPost !== '' && { leader_position_code: post.leaderPost }),
    is_major: post.isMain,
  }
}

/** A text that a person does not have is left out. */
function withoutEmpty(user: ShownUser): ShownUser {
  return Object.fromEntries(Object.entries(user).filter(([, value]) => value !== '')) as ShownUser
}
