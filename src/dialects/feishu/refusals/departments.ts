import type { DepartmentRefusal } from '../../../directory/refusals/departments.ts'
import { departmentTreeWordings } from './department-tree.ts'
import type { Wordings } from './wording.ts'

type TreeFact = keyof typeof departmentTreeWordings

export const departmentWordings: Wordings<DepartmentRefusal> = {
  ...departmentTreeWordings,
  department_name_blank: {
    codes: [40016, 40001],
    en: () => 'The name of a department must not be empty. Send one of 1 character or more in name.',
    zh: () => '部门名称不能为空，请在 name 中填写至少 1 个字符。',
  },
  department_name_has_slash: {
    codes: [43029],
    en: ({ name }) => `The name "${name}" holds a "/", which no name of a department may. Leave it out.`,
    zh: ({ name }) => `部门名称“${name}”包含“/”，请去掉该字符。`,
  },
  department_name_taken: {
    codes: [43022],
    en: ({ name, department }) =>
      `The department ${department} beside it has the name "${name}" already. Choose another name or another parent.`,
    zh: ({ name, department }) => `同级部门 ${department} 已使用名称“${name}”，请更换名称或上级部门。`,
  },
  department_local_name_taken: {
    codes: [43018],
    en: ({ name, locale, department }) =>
      `The department ${department} beside it has the ${locale} name "${name}" already. Choose another in i18n_name.`,
    zh: ({ name, locale, department }) => `同级部门 ${department} 已使用 ${locale} 名称“${name}”，请更换 i18n_name。`,
  },
  department_code_taken: {
    codes: [43007, 40001],
    en: ({ code }) => `Another department of this company has the department_id ${code}. Choose another.`,
    zh: ({ code }) => `企业中已有部门使用 department_id ${code}，请更换。`,
  },
  department_code_changes_spent: {
    codes: [43009],
    en: ({ department, limit }) => `The department_id of ${department} was changed as often as it may be (${limit}). It stays as it is.`,
    zh: ({ department, limit }) => `部门 ${department} 的 department_id 已达修改次数上限（${limit}），不能再修改。`,
  },
  department_leader_repeats: {
    codes: [43016],
    en: ({ person }) => `leaders names ${person} more than once. Name each leader once.`,
    zh: ({ person }) => `leaders 中重复指定了 ${person}，每位负责人请只填写一次。`,
  },
  department_needs_one_main_leader: {
    codes: [40018, 40001],
    en: ({ given }) => `leaders holds ${given} main leaders. Send exactly one entry with leaderType 1.`,
    zh: ({ given }) => `leaders 中有 ${given} 位主负责人，请仅填写一个 leaderType 为 1 的负责人。`,
  },
  department_leader_unjoined: {
    codes: [43025],
    en: ({ person }) => `The leader ${person} has not joined the company yet. Choose another, or wait until that person has.`,
    zh: ({ person }) => `负责人 ${person} 尚未加入企业，请更换或等其加入后再试。`,
  },
  department_has_no_chat: {
    codes: [40020],
    en: ({ department }) => `The department ${department} has no chat. Make one with create_group_chat first.`,
    zh: ({ department }) => `部门 ${department} 没有部门群，请先用 create_group_chat 创建。`,
  },
  department_employee_type_unknown: {
    codes: [43026],
    en: ({ type }) => `There is no employee type ${type} in use. employee_type_enum.list lists those that there are.`,
    zh: ({ type }) => `没有可用的人员类型 ${type}，可用 employee_type_enum.list 查询。`,
  },
  departments_fed_from_outside: {
    codes: [43031],
    en: () => 'The departments of this company are fed from another system. Change them there.',
    zh: () => '该企业的部门数据由外部数据源维护，请在数据源中修改。',
  },
} satisfies Omit<Wordings<DepartmentRefusal>, TreeFact>
