import type { PersonLinkRefusal } from '../../../directory/refusals/people-writing.ts'
import type { Wordings } from './wording.ts'

export const personLinkWordings: Wordings<PersonLinkRefusal> = {
  seat_department_unknown: {
    codes: [44035, 41017],
    en: ({ department }) => `There is no department ${department} in this company. Check department_ids and department_id_type.`,
    zh: ({ department }) => `企业中没有部门 ${department}，请检查 department_ids 及 department_id_type。`,
  },
  order_outside_departments: {
    codes: [44002, 41025],
    en: ({ department }) =>
      `orders names the department ${department}, which is not one of department_ids. Send it there too, or leave the order out.`,
    zh: ({ department }) => `orders 中的部门 ${department} 不在 department_ids 中，请一并填写或去掉该项。`,
  },
  primary_not_first: {
    codes: [41410],
    en: ({ department }) =>
      `The department ${department} is not the one with the greatest department_order: it cannot be the primary one. Raise its order.`,
    zh: ({ department }) => `部门 ${department} 的 department_order 不是最大值，不能作为主部门，请调整。`,
  },
  department_full: {
    codes: [41016],
    en: ({ department, most }) => `The department ${department} holds ${most} users already, which is the most. Choose another.`,
    zh: ({ department, most }) => `部门 ${department} 的直属成员已达上限 ${most}，请更换部门。`,
  },
  several_departments_forbidden: {
    codes: [41029],
    en: () => 'The company lets nobody be in several departments. Send one in department_ids.',
    zh: () => '企业不允许成员属于多个部门，请在 department_ids 中只填写一个。',
  },
  several_departments_not_enabled: {
    codes: [41032],
    en: () => 'Being in several departments is not enabled in this company. Have it enabled, or send one in department_ids.',
    zh: () => '企业未开启多部门功能，请先开启或在 department_ids 中只填写一个。',
  },
  several_departments_old_visibility: {
    codes: [41028],
    en: () => 'The company must renew its rules of visibility before anybody is in several departments. Send one in department_ids.',
    zh: () => '企业须先升级可见性规则才能使用多部门，请在 department_ids 中只填写一个。',
  },
  leader_is_self: {
    codes: [41030],
    en: ({ leader }) => `The user ${leader} cannot be his own manager. Name another.`,
    zh: ({ leader }) => `用户 ${leader} 不能是自己的上级，请更换。`,
  },
  leader_unknown: {
    codes: [44022, 41050],
    en: ({ leader }) => `Nobody in this company has the id ${leader}, named as a manager. Check the id and user_id_type.`,
    zh: ({ leader }) => `企业中没有 ID 为 ${leader} 的上级，请检查 ID 及 user_id_type。`,
  },
  leader_resigned: {
    codes: [44021, 40001],
    en: ({ leader }) => `The manager ${leader} has resigned. Name another.`,
    zh: ({ leader }) => `上级 ${leader} 已离职，请更换。`,
  },
  persons_job_level_unknown: {
    codes: [44044],
    en: ({ level }) => `There is no active job level ${level}. job_level.list lists those that there are.`,
    zh: ({ level }) => `没有启用的职级 ${level}，可用 job_level.list 查询。`,
  },
  persons_job_family_unknown: {
    codes: [44045],
    en: ({ family }) => `There is no active job family ${family}. job_family.list lists those that there are.`,
    zh: ({ family }) => `没有启用的序列 ${family}，可用 job_family.list 查询。`,
  },
  employee_type_unknown: {
    codes: [41059],
    en: ({ number }) => `There is no employee type ${number}. employee_type_enum.list lists those that there are.`,
    zh: ({ number }) => `没有人员类型 ${number}，可用 employee_type_enum.list 查询。`,
  },
  employee_type_inactive: {
    codes: [41060],
    en: ({ number }) => `The employee type ${number} is inactive. Activate it, or choose another.`,
    zh: ({ number }) => `人员类型 ${number} 未启用，请启用或更换。`,
  },
  attribute_unknown: {
    codes: [41045],
    en: ({ attribute }) => `The company opens no field ${attribute} to apps. custom_attr.list lists those that it does.`,
    zh: ({ attribute }) => `企业没有对应用开放字段 ${attribute}，可用 custom_attr.list 查询。`,
  },
  attribute_value_missing: {
    codes: [41046],
    en: ({ attribute }) => `The field ${attribute} is without the value that its type needs. Send it in value.`,
    zh: ({ attribute }) => `字段 ${attribute} 缺少其类型所需的 value，请填写。`,
  },
  attribute_title_missing: {
    codes: [41047],
    en: ({ attribute }) => `The link in the field ${attribute} has no text. Send value.text.`,
    zh: ({ attribute }) => `链接字段 ${attribute} 缺少标题，请填写 value.text。`,
  },
  attribute_url_missing: {
    codes: [41048],
    en: ({ attribute }) => `The link in the field ${attribute} has no address. Send value.url.`,
    zh: ({ attribute }) => `链接字段 ${attribute} 缺少地址，请填写 value.url。`,
  },
  attribute_value_malformed: {
    codes: [40001],
    en: ({ attribute }) =>
      `The value of the field ${attribute} is not of its type, or none of its options. Look it up with custom_attr.list.`,
    zh: ({ attribute }) => `字段 ${attribute} 的值与类型不符或不是可选项，请用 custom_attr.list 查询。`,
  },
  attribute_person_unknown: {
    codes: [41012, 40001],
    en: ({ attribute, person }) => `The field ${attribute} names the user ${person}, whom this company does not have. Check the id.`,
    zh: ({ attribute, person }) => `字段 ${attribute} 引用的用户 ${person} 不存在，请检查 ID。`,
  },
  posts_not_enabled: {
    codes: [41031],
    en: () => 'Positions are not enabled in this company. Have them enabled, or leave positions out.',
    zh: () => '企业未开启岗位功能，请先开启或去掉 positions。',
  },
  post_incomplete: {
    codes: [41018],
    en: ({ index }) => `positions[${index}] needs a position_code and a position_name. Send both.`,
    zh: ({ index }) => `positions[${index}] 须同时填写 position_code 和 position_name。`,
  },
  post_department_unknown: {
    codes: [41019],
    en: ({ department }) => `A position names the department ${department}, which this company does not have. Check the id.`,
    zh: ({ department }) => `岗位所属部门 ${department} 不存在，请检查 ID。`,
  },
  post_outside_departments: {
    codes: [41024, 41019],
    en: ({ department }) =>
      `A position is in the department ${department}, which is not one that the user is in. Add the department, or move the position.`,
    zh: ({ department }) => `岗位所属部门 ${department} 不是用户所在部门，请添加部门或调整岗位。`,
  },
  posts_left_behind: {
    codes: [41023],
    en: ({ department }) => `The user holds a position in the department ${department}, which he is to leave. Send positions too.`,
    zh: ({ department }) => `用户在部门 ${department} 有岗位，请同时提交 positions。`,
  },
  post_code_doubled: {
    codes: [41020],
    en: ({ post }) => `The position_code ${post} is there twice. Choose another for one of them.`,
    zh: ({ post }) => `position_code ${post} 重复，请更换其中一个。`,
  },
  several_main_posts: {
    codes: [41021],
    en: ({ post }) => `The position ${post} is a second main one. Set is_major for one position only.`,
    zh: ({ post }) => `岗位 ${post} 是第二个主岗，请只为一个岗位设置 is_major。`,
  },
  city_not_kept: {
    codes: [44054, 44057, 40001],
    en: ({ names }) => `The city ${names} is disabled, or there is no room for another. Enable it, or send one that there is.`,
    zh: ({ names }) => `城市 ${names} 已停用或数量达上限，请启用或使用已有城市。`,
  },
  job_title_not_kept: {
    codes: [44055, 44058, 40001],
    en: ({ names }) => `The job title ${names} is disabled, or there is no room for another. Enable it, or send one that there is.`,
    zh: ({ names }) => `职务 ${names} 已停用或数量达上限，请启用或使用已有职务。`,
  },
  city_and_job_title_not_kept: {
    codes: [44056, 44059, 40001],
    en: ({ names }) =>
      `The city and job title ${names} are disabled, or there is no room for others. Enable them, or send some that there are.`,
    zh: ({ names }) => `城市和职务 ${names} 已停用或数量达上限，请启用或使用已有的名称。`,
  },
}
