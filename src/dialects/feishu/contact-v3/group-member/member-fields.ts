import { Type } from 'typebox'
import type { GroupPersonOutcome } from '../../../../directory/company-groups/change-people.ts'
import { changeGroupPeople } from '../../../../directory/company-groups/change-people.ts'
import { companyGroupNow } from '../../../../directory/company-groups/find-group.ts'
import { companyStream } from '../../../../directory/events.ts'
import { requirePeople } from '../../../../directory/ranges/covers.ts'
import { Refused } from '../../../../directory/refusals.ts'
import type { Call } from '../../call.ts'
import type { ErrorTable } from '../../declaration.ts'
import { type UserIdType, userIdTypes } from '../../ids.ts'
import { usual } from '../../rates.ts'
import { oneOf } from '../../schemas.ts'
import { readPeople } from '../../translate-ids.ts'
import { badField, groupWriter, unknownMember } from '../group/group-fields.ts'

/** What the endpoints that change one member have in common. */
export const memberWriter = { ...groupWriter, windows: usual } as const

/** What the pages of adding and of removing one member list alike. */
export const memberErrors: ErrorTable = {
  40003: [500, 'internal error'],
  41050: [403, 'no user authority error'],
  41071: [400, 'invalid member_id_type'],
  41072: [400, 'member_type not match member_id_type'],
  41073: [400, 'invalid member_id'],
  41074: [400, 'invalid member_type'],
  42002: [400, 'invalid group_id'],
  42009: [403, 'no user group authority error'],
}

/** Ids of departments stand among the types too: they are known, and fit no user. */
const memberIdTypes = [...userIdTypes, 'department_id'] as const

/** Only users are put into groups and taken out. */
export const memberType = oneOf(['user'], { refusal: 41074 })

export const memberBody = {
  member_type: Type.Optional(memberType),
  member_id_type: Type.Optional(oneOf(memberIdTypes, { refusal: 41071 })),
  member_id: Type.String({ refusal: 41073, missing: 41073 }),
}

interface Body {
  readonly member_id: string
  readonly member_id_type?: (typeof memberIdTypes)[number]
}

/** Puts one user into a group or takes one out. Refuses with 41072 and with the facts of a change, the group's first. */
export async function changeMember(call: Call, kind: 'add' | 'remove', group: string, body: Body): Promise<void> {
  const { company, covering, session } = call
  const { member_id: told } = body
  const type = userTypeOf(body)
  const person = await session.read(async (reader) => {
    await companyGroupNow(reader, covering, group)
    const [found] = await readPeople(reader, call, [[told, type]])
    if (!found) throw unknownMember(told)
    await requirePeople(reader, covering, [found.id])
    return found.id
  })
  const change = { company: company.id, kind, group, person, told }
  const outcome: GroupPersonOutcome = await session.submit(changeGroupPeople, companyStream(company.id), change)
  if (!outcome.done) throw new Refused(outcome.refusal)
}

function userTypeOf({ member_id_type: type = 'open_id' }: Body): UserIdType {
  if (type !== 'department_id') return type
  throw badField(41072, 'member_id_type', type, {
    en: `The ids of users are ${userIdTypes.join(', ')}; ${type} is of departments, which only the administration puts into groups.`,
    zh: `成员为用户时 member_id_type 应为 ${userIdTypes.join('、')}；${type} 用于部门，部门仅能由管理后台添加。`,
  })
}
