import { Type } from 'typebox'
import type { Text } from '../../../../contract/operation.ts'
import { named } from '../../../../contract/shown.ts'
import type { CompanyGroup } from '../../../../directory/company-groups/group.ts'
import { FeishuError, shownValue } from '../../feishu-error.ts'
import { perMinute, usual } from '../../rates.ts'

/** What the endpoints that read groups, and those that write them, have in common. */
export const groupReader = {
  tokens: ['tenant'],
  apps: ['custom', 'store'],
  windows: usual,
  scopes: ['contact:group:readonly'],
  kind: 'read',
} as const
export const groupWriter = {
  tokens: ['tenant'],
  apps: ['custom'],
  windows: perMinute(100),
  scopes: ['contact:group'],
  kind: 'write',
} as const

const form = '^[0-9A-Za-z]{1,64}$'

/** The id of a group, which the company may choose. */
const groupId = Type.String({ pattern: form, refusal: 42002 })
/** An empty one stands for one that is made here (group/create). */
export const newGroupId = Type.String({ pattern: '^[0-9A-Za-z]{0,64}$', refusal: 42002 })
export const groupPath = { group_id: groupId }

/** Wire words for the kinds of groups. */
const groupTypes = { normal: 1, dynamic: 2 } as const
export const kindOf = (type: number) => (type === groupTypes.dynamic ? 'dynamic' : 'normal')

/** Why a listed code is never met where departments would have to be members. */
export const onlyUsers = 'Only users are put in and taken out through this wire, so that no department is involved'

/** A refusal of one field of the body. */
export function badField(code: number, field: string, value: unknown, text: Text): FeishuError {
  return new FeishuError(code, text, { violations: [{ field, value: shownValue(value), description: text.en }] })
}

/** Nobody has the id that a call about members names: here its type is said in `member_id_type`. */
export function unknownMember(id: string): FeishuError {
  return badField(41073, 'member_id', id, {
    en: `Nobody in this company has the id ${named(id)}. Check member_id and member_id_type.`,
    zh: `企业中没有 ID 为 ${named(id)} 的用户，请检查 member_id 及 member_id_type。`,
  })
}

const charactersIn = (text: string) => [...text].length

/** A name without white space around it; `empty` is the code for one that has nothing else. Refuses with 42013. */
export function groupName(sent: string, empty: number): string {
  const name = sent.trim()
  if (name === '') throw badField(empty, 'name', sent, { en: 'A user group needs a name. Send one.', zh: '用户组名称不能为空，请填写。' })
  if (charactersIn(name) <= 100) return name
  throw badField(42013, 'name', name, {
    en: `The name has ${charactersIn(name)} characters; 100 are allowed. Shorten it.`,
    zh: `名称长度为 ${charactersIn(name)}，上限为 100 个字符，请缩短。`,
  })
}

/** Refuses with 42014. */
export function groupDescription(description: string): string {
  if (charactersIn(description) <= 500) return description
  throw badField(42014, 'description', description, {
    en: `The description has ${charactersIn(description)} characters; 500 are allowed. Shorten it.`,
    zh: `描述长度为 ${charactersIn(description)}，上限为 500 个字符，请缩短。`,
  })
}

/** What every answer tells of a group. People and departments of a dynamic group are not counted. */
export const countedGroup = {
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  member_user_count: Type.Integer(),
  member_department_count: Type.Integer(),
  type: Type.Integer(),
}

export function showGroup({ id, name, description, kind, personCount, departmentCount }: CompanyGroup) {
  const counted = kind === 'normal' ? { users: personCount, departments: departmentCount } : { users: 0, departments: 0 }
  return {
    id,
    name,
    description,
    member_user_count: counted.users,
    member_department_count: counted.departments,
    type: groupTypes[kind],
  }
}
