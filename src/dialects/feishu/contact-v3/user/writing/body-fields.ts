import { Type } from 'typebox'

const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const plain = Type.Optional(Type.String())
const whole = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }

const order = Type.Object({
  department_id: plain,
  user_order: Type.Optional(Type.Integer(whole)),
  department_order: Type.Optional(Type.Integer(whole)),
  is_primary_dept: Type.Optional(Type.Boolean()),
})

const attribute = Type.Object({
  type: plain,
  id: plain,
  value: Type.Optional(
    Type.Object({
      ...{ text: text(100), url: plain, pc_url: plain, option_id: plain },
      generic_user: Type.Optional(Type.Object({ id: Type.String(), type: Type.Integer({ minimum: 1, maximum: 1 }) })),
    }),
  ),
})

const position = Type.Object({
  ...{ position_code: text(255), position_name: text(255), department_id: plain, leader_user_id: plain, leader_position_code: text(255) },
  is_major: Type.Optional(Type.Boolean()),
})

/** The end of the year 9999. */
const lastSecond = 253_402_300_799

/** What each call that writes a user takes. Codes that depend on more than one member, or of which a member has several, are told in `form.ts`. */
export const sharedFields = {
  ...{ en_name: plain, nickname: plain, email: plain, mobile: plain, mobile_visible: Type.Optional(Type.Boolean()) },
  avatar_key: Type.Optional(Type.String({ pattern: '^[\\w.~-]{0,255}$', refusal: 41036 })),
  leader_user_id: plain,
  ...{ city: text(100), country: text(100), work_station: text(255), employee_no: text(255), job_title: plain },
  join_time: Type.Optional(Type.Integer({ minimum: 0, maximum: lastSecond, refusal: 41042 })),
  orders: Type.Optional(Type.Array(order)),
  custom_attrs: Type.Optional(Type.Array(attribute)),
  enterprise_email: plain,
  ...{ idp_type: plain, description: text(1000), positions: Type.Optional(Type.Array(position)) },
}

export const gender = (most: number) =>
  Type.Optional(Type.Integer({ enum: Array.from({ length: most + 1 }, (_, number) => number), refusal: 41038 }))

/** A number of an employee type; another shape is refused with `refusal`. */
export const employeeType = (refusal: number) => Type.Integer({ minimum: 1, maximum: 1_000_000, refusal })

export const newName = Type.String({ missing: 41006 })
export const newDepartments = Type.Array(Type.String(), { missing: 41017 })

/** What `create` and `patch` take beside. */
export const newerFields = {
  ...{ geo: plain, job_level_id: plain, job_family_id: plain },
  subscription_ids: Type.Optional(Type.Array(Type.String())),
  dotted_line_leader_user_ids: Type.Optional(Type.Array(Type.String())),
}

interface Order {
  readonly department_id?: string
  readonly user_order?: number
  readonly department_order?: number
  readonly is_primary_dept?: boolean
}

interface Attribute {
  readonly type?: string
  readonly id?: string
  readonly value?: {
    readonly text?: string
    readonly url?: string
    readonly pc_url?: string
    readonly option_id?: string
    readonly generic_user?: { readonly id: string }
  }
}

interface Position {
  readonly position_code?: string
  readonly position_name?: string
  readonly department_id?: string
  readonly leader_user_id?: string
  readonly leader_position_code?: string
  readonly is_major?: boolean
}

/** A body of any of these calls: what one does not take is never there. */
export interface UserBody {
  readonly user_id?: string
  readonly name?: string
  readonly en_name?: string
  readonly nickname?: string
  readonly email?: string
  readonly mobile?: string
  readonly mobile_visible?: boolean
  readonly gender?: number
  readonly avatar_key?: string
  readonly department_ids?: readonly string[]
  readonly leader_user_id?: string
  readonly city?: string
  readonly country?: string
  readonly work_station?: string
  readonly join_time?: number
  readonly employee_no?: string
  readonly employee_type?: number
  readonly orders?: readonly Order[]
  readonly custom_attrs?: readonly Attribute[]
  readonly enterprise_email?: string
  readonly job_title?: string
  readonly is_frozen?: boolean
  readonly geo?: string
  readonly job_level_id?: string
  readonly job_family_id?: string
  readonly subscription_ids?: readonly string[]
  readonly dotted_line_leader_user_ids?: readonly string[]
  readonly idp_type?: string
  readonly description?: string
  readonly positions?: readonly Position[]
}
