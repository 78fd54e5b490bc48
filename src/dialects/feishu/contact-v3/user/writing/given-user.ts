import type { Seating, Settable, Told } from '../../../../../directory/people/draft.ts'
import type { CustomAttribute, Post } from '../../../../../directory/people/person.ts'
import { phoneOf } from '../../../../../directory/people/phone.ts'
import { Refused } from '../../../../../directory/refusals.ts'
import type { Reader } from '../../../../../directory/session.ts'
import type { Call } from '../../../call.ts'
import type { UserIdType } from '../../../ids.ts'
import type { UserBody } from './body-fields.ts'
import { orderedDepartment, type ReadAs, type References, readReferences, seatsOf } from './references.ts'

/** What a body says of a user, in the words of the directory; members that it does not have are absent. */
export interface GivenUser {
  readonly fields: Partial<Settable>
  readonly seating: Seating | undefined
  readonly loginType: string | undefined
  readonly told: Told
}

/** Reads a body whose form was checked. Refuses with what `seatsOf` and `orderedDepartment` refuse with, `post_incomplete`, `post_department_unknown`. */
export async function readGiven(reader: Reader, call: Call, as: ReadAs, body: UserBody): Promise<GivenUser> {
  const references = await readReferences(reader, call, as, body)
  const seating = seatingOf(call, references, body)
  return {
    fields: { ...plainFields(body), ...linkedFields(references, as, body) },
    seating,
    loginType: body.idp_type,
    told: references.told,
  }
}

const sameMembers = {
  ...{ name: 'name', en_name: 'enName', nickname: 'nickname', email: 'email', mobile_visible: 'mobileVisible', gender: 'gender' },
  ...{ avatar_key: 'avatarKey', country: 'country', work_station: 'workStation', join_time: 'joinTime', employee_no: 'employeeNo' },
  ...{ employee_type: 'employeeType', enterprise_email: 'enterpriseEmail', is_frozen: 'frozen', geo: 'geo', description: 'description' },
  ...{ job_level_id: 'jobLevel', job_family_id: 'jobFamily', subscription_ids: 'subscriptions' },
} as const satisfies { readonly [Member in keyof UserBody]?: keyof Settable }

/** Members that are kept as they were sent, but for phones, which are kept in one form, and blank words, which stand for none. */
function plainFields(body: UserBody): Partial<Settable> {
  const same = Object.entries(sameMembers).filter(([member]) => body[member as keyof UserBody] !== undefined)
  return {
    ...Object.fromEntries(same.map(([member, field]) => [field, body[member as keyof UserBody]])),
    ...(body.mobile !== undefined && { mobile: phoneOf(body.mobile) ?? '' }),
    ...(body.city !== undefined && { city: body.city.trim() }),
    ...(body.job_title !== undefined && { jobTitle: body.job_title.trim() }),
  }
}

function linkedFields(references: References, { ids, genericUsers }: ReadAs, body: UserBody): Partial<Settable> {
  const { leader_user_id: leader, dotted_line_leader_user_ids: dotted, custom_attrs: attributes, positions } = body
  const person = (text: string) => references.person(text, ids.people)
  return {
    ...(leader !== undefined && { leader: leader === '' ? null : person(leader) }),
    ...(dotted && { dottedLeaders: [...new Set(dotted.filter((text) => text !== ''))].map(person) }),
    ...(attributes && { customAttributes: attributes.map((each) => attributeOf(references, genericUsers, each)) }),
    ...(positions && { posts: positions.map((each, index) => postOf(references, person, each, index)) }),
  }
}

type GivenAttribute = NonNullable<UserBody['custom_attrs']>[number]

function attributeOf(
  references: References,
  genericUsers: UserIdType,
  { type = '', id = '', value = {} }: GivenAttribute,
): CustomAttribute {
  const { text, url, pc_url: desktopUrl, option_id: option, generic_user: user } = value
  return {
    id,
    type,
    value: {
      ...(text !== undefined && { text }),
      ...(url !== undefined && { url }),
      ...(desktopUrl !== undefined && { desktopUrl }),
      ...(option !== undefined && { option }),
      ...(user && user.id !== '' && { person: references.person(user.id, genericUsers) }),
    },
  }
}

type GivenPost = NonNullable<UserBody['positions']>[number]

function postOf(references: References, person: (text: string) => string, post: GivenPost, index: number): Post {
  const { position_code: code = '', position_name: name = '', department_id: text = '', leader_user_id: leader = '' } = post
  if (text === '') throw new Refused({ fact: 'post_incomplete', index })
  const department = references.department(text)
  if (department === undefined) throw new Refused({ fact: 'post_department_unknown', department: text })
  return {
    ...{ code, name, department, leader: leader === '' ? null : person(leader) },
    leaderPost: post.leader_position_code ?? '',
    isMain: post.is_major ?? false,
  }
}

function seatingOf(call: Call, references: References, { department_ids: departments, orders }: UserBody): Seating | undefined {
  if (!departments) return undefined
  return {
    departments: seatsOf(call, references, departments),
    orders: orders?.map(({ department_id, user_order = 0, department_order = 0, is_primary_dept }, index) => ({
      department: orderedDepartment(references, department_id, index),
      personOrder: user_order,
      departmentOrder: department_order,
      isPrimary: is_primary_dept,
    })),
  }
}
