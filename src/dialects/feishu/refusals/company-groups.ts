import type { CompanyGroupRefusal } from '../../../directory/refusals/company-groups.ts'
import type { Wordings } from './wording.ts'

export const companyGroupWordings: Wordings<CompanyGroupRefusal> = {
  company_group_not_found: {
    codes: [42002],
    en: ({ group }) => `There is no user group ${group} in this company. group.simplelist lists those that there are.`,
    zh: ({ group }) => `企业中没有用户组 ${group}，可用 group.simplelist 查询现有用户组。`,
  },
  company_groups_not_available: {
    codes: [42015],
    en: () => 'The company has no user groups: the feature is off. Have it switched on through the administration of companies.',
    zh: () => '企业未启用用户组功能，请先在企业管理中启用。',
  },
  company_group_needs_whole_range: {
    codes: [42010, 42009],
    en: () => "This takes a contact range of all members. Have the app's range extended to the whole company.",
    zh: () => '该操作要求应用的通讯录权限范围为全部成员，请扩大权限范围。',
  },
  company_group_kind_not_available: {
    codes: [42003],
    en: () =>
      'Groups of type 2 (dynamic) are made by the administration here. Send type 1, or have the feature switched on for the company.',
    zh: () => '动态用户组（type 为 2）仅能由管理后台创建，请传 1 或为企业启用该功能。',
  },
  company_group_id_taken: {
    codes: [47005],
    en: ({ group }) => `The company has a user group ${group} already. Choose another group_id, or send none to have one made.`,
    zh: ({ group }) => `企业中已有用户组 ${group}，请更换 group_id 或不传以自动生成。`,
  },
  company_group_name_taken: {
    codes: [47009],
    en: ({ name, group }) => `The user group ${group} is named "${name}" already. Choose another name.`,
    zh: ({ name, group }) => `用户组 ${group} 已使用名称“${name}”，请更换名称。`,
  },
  company_group_limit_reached: {
    codes: [42016],
    en: ({ limit }) => `The company has ${limit} user groups, which is as many as it may have. Delete one that is no longer used.`,
    zh: ({ limit }) => `企业用户组数已达上限 ${limit}，请先删除不再使用的用户组。`,
  },
  company_group_is_dynamic: {
    codes: [42003],
    en: ({ group }) =>
      `The user group ${group} is dynamic: its rule says who is in it, and only the administration changes it. Name a normal group.`,
    zh: ({ group }) => `用户组 ${group} 为动态用户组，成员由规则决定，仅能由管理后台修改，请改用普通用户组。`,
  },
  company_group_is_normal: {
    codes: [42003],
    en: ({ group }) => `The user group ${group} is normal: it has no rule. Name a dynamic group.`,
    zh: ({ group }) => `用户组 ${group} 为普通用户组，没有规则，请改用动态用户组。`,
  },
  company_group_has_members: {
    codes: [42017],
    en: ({ group, people, departments }) =>
      `The user group ${group} still has ${people} users and ${departments} departments. Take them out first; departments by the administration.`,
    zh: ({ group, people, departments }) =>
      `用户组 ${group} 仍有 ${people} 名用户、${departments} 个部门，请先移除；部门需在管理后台移除。`,
  },
  company_group_has_person: {
    codes: [42005],
    en: ({ group, told }) => `The user ${told} is in the group ${group} already. Nothing is to be done.`,
    zh: ({ group, told }) => `用户 ${told} 已在用户组 ${group} 中，无需重复添加。`,
  },
  company_group_full: {
    codes: [42012],
    en: ({ group, limit }) =>
      `The group ${group} would have more than ${limit} users. Nobody was added; take users out, or use another group.`,
    zh: ({ group, limit }) => `用户组 ${group} 的用户数将超过上限 ${limit}，未添加任何用户，请先移除用户或改用其他用户组。`,
  },
  company_groups_full: {
    codes: [42012],
    en: ({ perHead }) =>
      `All normal groups together would have more than ${perHead} users for each user of the company. Nobody was added; take users out of groups.`,
    zh: ({ perHead }) => `所有普通用户组的用户数之和将超过企业人数的 ${perHead} 倍，未添加任何用户，请先从用户组移除用户。`,
  },
  company_group_departments_full: {
    codes: [42011],
    en: ({ group, limit }) => `The group ${group} has ${limit} departments, which is as many as it may have. Take one out first.`,
    zh: ({ group, limit }) => `用户组 ${group} 的部门数已达上限 ${limit}，请先移除部门。`,
  },
}
