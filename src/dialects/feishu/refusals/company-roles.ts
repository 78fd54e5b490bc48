import type { CompanyRoleRefusal } from '../../../directory/refusals/company-roles.ts'
import type { Wordings } from './wording.ts'

export const companyRoleWordings: Wordings<CompanyRoleRefusal> = {
  company_role_not_found: {
    codes: [41202],
    en: ({ role }) => `There is no role ${role} in this company. Check role_id: functional_role.create answered it.`,
    zh: ({ role }) => `企业中没有角色 ${role}，请检查 role_id（由 functional_role.create 返回）。`,
  },
  company_role_name_taken: {
    codes: [41201],
    en: ({ name }) => `The company has a role named "${name}" already. Choose another role_name.`,
    zh: ({ name }) => `企业中已有名为“${name}”的角色，请更换 role_name。`,
  },
  company_role_limit_reached: {
    codes: [41208],
    en: ({ limit }) => `The company has ${limit} roles, which is as many as it may have. Delete one that is no longer used.`,
    zh: ({ limit }) => `企业角色数已达上限 ${limit}，请先删除不再使用的角色。`,
  },
  company_role_has_members: {
    codes: [41206],
    en: ({ role, members }) => `The role ${role} has ${members} members. Take them out with functional_role_member.batch_delete first.`,
    zh: ({ role, members }) => `角色 ${role} 仍有 ${members} 名成员，请先用 functional_role_member.batch_delete 移除。`,
  },
  company_role_is_system: {
    codes: [41213],
    en: ({ role, name }) => `The role ${role} ("${name}") came with the company and keeps its name. Rename a role that the company made.`,
    zh: ({ role, name }) => `角色 ${role}（“${name}”）为系统角色，不支持修改，请改用企业自建的角色。`,
  },
  company_role_full: {
    codes: [41209],
    en: ({ role, limit }) =>
      `The role ${role} would have more than ${limit} members. Nobody was added; take members out, or send fewer people.`,
    zh: ({ role, limit }) => `角色 ${role} 的成员数将超过上限 ${limit}，未添加任何成员，请先移除成员或减少人数。`,
  },
  company_role_member_not_found: {
    codes: [41203],
    en: ({ role, member }) => `The role ${role} has no member ${member}. Check member_id and user_id_type.`,
    zh: ({ role, member }) => `角色 ${role} 中没有成员 ${member}，请检查 member_id 及 user_id_type。`,
  },
  company_role_for_root: {
    codes: [41210],
    en: ({ role }) => `The role ${role} can't be held for the root department 0. Name departments below it.`,
    zh: ({ role }) => `角色 ${role} 的管理范围不支持根部门 0，请传入其下的部门。`,
  },
}
