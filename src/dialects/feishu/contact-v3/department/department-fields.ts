import { type Static, Type } from 'typebox'
import type { ErrorTable } from '../../declaration.ts'

/** Longer names than any that the vendor shows; what it takes at most is not published. */
const name = Type.Optional(Type.String({ maxLength: 255 }))

const leader = Type.Object({
  leaderType: Type.Unsafe<number>(Type.Integer({ enum: [1, 2] })),
  leaderID: Type.String(),
})

/**
 * Members of a request's body that create, patch and update share. Their pages give an empty text as the default of most, which stands for nothing sent
 * (department/create, department/patch).
 */
export const departmentBody = {
  i18n_name: Type.Optional(Type.Object({ zh_cn: name, ja_jp: name, en_us: name })),
  leader_user_id: Type.Optional(Type.String()),
  order: Type.Optional(Type.String({ pattern: '^\\d{0,15}$' })),
  create_group_chat: Type.Optional(Type.Boolean()),
  leaders: Type.Optional(Type.Array(leader)),
  group_chat_employee_types: Type.Optional(Type.Array(Type.Integer())),
}
/** Who partners a department; too many of them are as wrong as one that nobody is. */
export const partnersBody = Type.Optional(Type.Array(Type.String(), { maxItems: 500, refusal: 43028 }))

/** An id that a company may choose: neither the root's, nor of the form of those that are made. */
export const customIdPattern = '^(?!od-)(?![01]$)[a-zA-Z0-9][a-zA-Z0-9_\\-@.]{0,63}$'

/** A department as answers show it; what it does not have, or the token may not see, is left out. */
export const shownDepartment = Type.Object({
  name: Type.Optional(Type.String()),
  i18n_name: Type.Optional(
    Type.Object({ zh_cn: Type.Optional(Type.String()), ja_jp: Type.Optional(Type.String()), en_us: Type.Optional(Type.String()) }),
  ),
  parent_department_id: Type.Optional(Type.String()),
  department_id: Type.Optional(Type.String()),
  open_department_id: Type.String(),
  leader_user_id: Type.Optional(Type.String()),
  chat_id: Type.Optional(Type.String()),
  order: Type.Optional(Type.String()),
  unit_ids: Type.Optional(Type.Array(Type.String())),
  member_count: Type.Optional(Type.Integer()),
  status: Type.Optional(Type.Object({ is_deleted: Type.Boolean() })),
  leaders: Type.Optional(Type.Array(Type.Object({ leaderType: Type.Integer(), leaderID: Type.Optional(Type.String()) }))),
  group_chat_employee_types: Type.Optional(Type.Array(Type.Integer())),
  department_hrbps: Type.Optional(Type.Array(Type.String())),
  primary_member_count: Type.Optional(Type.Integer()),
})
export type ShownDepartment = Static<typeof shownDepartment>

/** What the pages of create, patch and update list alike. */
export const writingErrors: ErrorTable = {
  40003: [400, 'internal error'],
  40004: [403, 'no dept authority error'],
  40008: [400, 'dept Info is null error'],
  40014: [403, 'no parent dept authority error'],
  43005: [400, 'duplicate order error'],
  43013: [400, 'dept too many children error'],
  43017: [400, 'relate dept over limit'],
  43018: [400, 'duplicate i18n name'],
  43019: [400, 'exceed dept max level'],
  43021: [400, 'department chat not exist'],
  43022: [400, 'department name duplicate'],
  43023: [400, 'dept structure no permissione'],
  43024: [400, 'dept structure tenant lock fail'],
  43025: [400, 'top department leader unjoined'],
  43026: [400, 'employee type is not valid'],
  43028: [400, 'invalid department hrbps'],
  43029: [400, 'dept name not contain separator'],
}

/** Why no request leads to codes that several pages list. */
export const never = {
  42008: 'the id of another company is not found here, and says nothing of that company',
  43010: 'no department is too big to be listed: a page costs what it holds',
  codeTaken: 'a call that reads takes no new department_id',
  chat: 'no request names a chat: each is made here with its department',
  unit: 'no member of this request names a unit',
  partners: 'no member of this request names department_hrbps',
}
