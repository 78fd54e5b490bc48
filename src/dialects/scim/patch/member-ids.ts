import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { named } from '../../../contract/shown.ts'
import { byName } from '../schemas/attribute-path.ts'
import { groupSchema } from '../schemas/group.ts'
import { type ScimError, scimError } from '../scim-error.ts'
import { knownMembers } from './folded-members.ts'

/** Members that one request may name. */
export const mostMembers = 100_000

/** What an id may look like, ours or another's; a list or an object that somebody wrote as a text does not. */
const id = /^[\w.@:+=-]{1,128}$/

const parts = (byName(groupSchema.attributes, 'members')?.subAttributes ?? []).map(({ name }) => name)

/**
 * The ids in a list of members: objects with a `value`, bare ids, or one of either without the list. Refuses what it does not understand, so that
 * nobody is taken out, or left in, by a guess. `where` says which operation it is: `Operation 3`.
 */
export function memberIds(sent: unknown, where: string): string[] {
  const entries = Array.isArray(sent) ? sent : [sent]
  if (entries.length > mostMembers) throw tooMany(entries.length)
  return entries.map((entry) => memberId(entry, where))
}

function memberId(sent: unknown, where: string): string {
  if (!isJsonObject(sent)) return requireId(sent, where)
  const called = () => ({ en: `${where}: a member`, zh: `${where}：成员` })
  const { type, value } = knownMembers(sent, parts, called, (name) => strayInMember(where, name))
  if (type !== undefined && type !== null && (typeof type !== 'string' || type.toLowerCase() !== 'user')) {
    throw scimError(
      'invalidValue',
      `${where}: members are of type User; a group can't be in a group. Nothing was changed.`,
      `${where}：成员类型只能为 User，用户组不能加入用户组，未作任何变更。`,
    )
  }
  return requireId(value, where)
}

function strayInMember(where: string, name: string): ScimError {
  return scimError(
    'invalidValue',
    `${where}: a member has a value and may have $ref, type and display, not ${named(name)}. Nothing was changed.`,
    `${where}：成员应有 value，可有 $ref、type、display，不能有 ${named(name)}，未作任何变更。`,
  )
}

export function requireId(sent: unknown, where: string): string {
  if (typeof sent === 'string' && id.test(sent)) return sent
  throw scimError(
    'invalidValue',
    `${where}: a member is named by the id of a user, as {"value": "u-…"}. Nothing was changed.`,
    `${where}：成员须以用户 ID 指定，如 {"value": "u-…"}，未作任何变更。`,
  )
}

export function tooMany(members: number): ScimError {
  return scimError(
    'invalidValue',
    `A request names ${mostMembers} members at most, this one ${members}. Send them in several requests.`,
    `一次请求最多指定 ${mostMembers} 个成员，收到 ${members} 个，请分多次发送。`,
  )
}
