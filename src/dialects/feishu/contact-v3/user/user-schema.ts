import { Type } from 'typebox'

const text = Type.Optional(Type.String())
const truth = Type.Optional(Type.Boolean())
const whole = Type.Optional(Type.Integer())
const texts = Type.Optional(Type.Array(Type.String()))

const avatar = Type.Object({ avatar_72: text, avatar_240: text, avatar_640: text, avatar_origin: text })

const status = Type.Object({ is_frozen: truth, is_resigned: truth, is_activated: truth, is_exited: truth, is_unjoin: truth })

const order = Type.Object({ department_id: text, user_order: whole, department_order: whole, is_primary_dept: truth })

const attribute = Type.Object({
  type: text,
  id: text,
  value: Type.Optional(
    Type.Object({
      ...{ text, url: text, pc_url: text, option_id: text, option_value: text, name: text, picture_url: text },
      generic_user: Type.Optional(Type.Object({ id: Type.String(), type: Type.Integer() })),
    }),
  ),
})

const position = Type.Object({
  ...{ position_code: text, position_name: text, department_id: text, leader_user_id: text, leader_position_code: text },
  is_major: truth,
})

/** Members of a user as every call shows him, each only to whom its scope was granted. */
export const userMembers = {
  ...{ union_id: text, user_id: text, open_id: text, name: text, en_name: text, nickname: text, email: text, mobile: text },
  ...{ mobile_visible: truth, gender: whole, avatar_key: text, avatar: Type.Optional(avatar), status: Type.Optional(status) },
  ...{ department_ids: texts, leader_user_id: text, city: text, country: text, work_station: text, join_time: whole },
  ...{ is_tenant_manager: truth, employee_no: text, employee_type: whole, orders: Type.Optional(Type.Array(order)) },
  ...{ custom_attrs: Type.Optional(Type.Array(attribute)), enterprise_email: text, job_title: text, is_frozen: truth, geo: text },
  ...{ job_level_id: text, job_family_id: text, subscription_ids: texts, dotted_line_leader_user_ids: texts },
  ...{ description: text, positions: Type.Optional(Type.Array(position)) },
}

export const userObject = Type.Object(userMembers)
