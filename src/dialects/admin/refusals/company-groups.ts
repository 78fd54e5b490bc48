import type { Wordings } from './wording.ts'

/** Facts about user groups that an operation of this wire can meet. */
export const companyGroupWordings = {
  company_group_not_found: {
    status: 404,
    title: 'No such group',
    en: (r) => `There is no user group ${r.group} in this company. group.simplelist lists those that there are.`,
    zh: (r) => `企业中没有用户组 ${r.group}，可用 group.simplelist 查询。`,
  },
  company_groups_not_available: {
    status: 409,
    title: 'The company has no groups',
    en: () => 'The company has no user groups. Set its fact "groups" to true first.',
    zh: () => '企业未启用用户组，请先将事实 groups 设为 true。',
  },
  company_group_is_dynamic: {
    status: 409,
    title: 'The group is dynamic',
    en: (r) => `The user group ${r.group} is dynamic, which it stays, and holds people by its rule. Name a normal group.`,
    zh: (r) => `用户组 ${r.group} 为动态用户组，类型不可更改，成员由规则决定，请改用普通用户组。`,
  },
  company_group_is_normal: {
    status: 409,
    title: 'The group is normal',
    en: (r) => `The user group ${r.group} is normal, which it stays. Its people are changed with group_member.add and group_member.remove.`,
    zh: (r) => `用户组 ${r.group} 为普通用户组，类型不可更改，其成员由 group_member.add 与 group_member.remove 变更。`,
  },
  company_group_name_taken: {
    status: 409,
    title: 'The name is taken',
    en: (r) => `The user group ${r.group} is named "${r.name}" already. Choose another name.`,
    zh: (r) => `用户组 ${r.group} 已使用名称“${r.name}”，请更换名称。`,
  },
  company_group_limit_reached: {
    status: 409,
    title: 'As many groups as there may be',
    en: (r) => `The company has ${r.limit} user groups. Raise its limit "groups", or delete one through group.delete.`,
    zh: (r) => `企业用户组数已达上限 ${r.limit}，请提高限额 groups，或用 group.delete 删除。`,
  },
  company_group_departments_full: {
    status: 409,
    title: 'As many departments as there may be',
    en: (r) => `The user group ${r.group} has ${r.limit} departments. Raise the limit "departmentsOfGroup", or take one out first.`,
    zh: (r) => `用户组 ${r.group} 的部门数已达上限 ${r.limit}，请提高限额 departmentsOfGroup，或先移除部门。`,
  },
} satisfies Wordings
