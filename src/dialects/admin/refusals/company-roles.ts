import type { Wordings } from './wording.ts'

/** Facts about functional roles that an operation of this wire can meet. */
export const companyRoleWordings = {
  company_role_not_found: {
    status: 404,
    title: 'No such role',
    en: (r) => `No functional role ${r.role} in this company. CreateCompanyRole and functional_role.create answer the ids of roles.`,
    zh: (r) => `企业中没有角色 ${r.role}，角色 ID 由 CreateCompanyRole 和 functional_role.create 返回。`,
  },
  company_role_name_taken: {
    status: 409,
    title: 'The name is taken',
    en: (r) => `The company has a functional role named "${r.name}" already. Choose another name.`,
    zh: (r) => `企业中已有名为“${r.name}”的角色，请更换名称。`,
  },
  company_role_limit_reached: {
    status: 409,
    title: 'As many roles as there may be',
    en: (r) => `The company has ${r.limit} functional roles. Raise its limit "roles", or delete one through functional_role.delete.`,
    zh: (r) => `企业角色数已达上限 ${r.limit}，请提高限额 roles，或用 functional_role.delete 删除。`,
  },
  company_role_full: {
    status: 409,
    title: 'The role is full',
    en: (r) => `The role ${r.role} has ${r.limit} members. Raise the company's limit "roleMembers", or take somebody out.`,
    zh: (r) => `角色 ${r.role} 的成员数已达上限 ${r.limit}，请提高限额 roleMembers 或移除成员。`,
  },
  person_not_found: {
    status: 404,
    title: 'No such person',
    en: (r) => `Nobody in this company has the id ${r.person}. It is the id that the company gave, the vendor's user_id.`,
    zh: (r) => `企业中没有 ID 为 ${r.person} 的人员，应使用企业内的 user_id。`,
  },
  person_resigned: {
    status: 409,
    title: 'The person has resigned',
    en: (r) => `The person ${r.person} has resigned. user.resurrect brings the person back.`,
    zh: (r) => `人员 ${r.person} 已离职，可用 user.resurrect 恢复。`,
  },
} satisfies Wordings
