import type { Wordings } from './wording.ts'

/** Facts about companies and their departments, that an operation of this wire can meet. */
export const companyWordings = {
  company_not_found: {
    status: 404,
    title: 'No such company',
    en: (r) => `No company ${r.company}. GET /admin/v1/companies lists them.`,
    zh: (r) => `没有企业 ${r.company}，可用 GET /admin/v1/companies 查询。`,
  },
  department_not_found: {
    status: 404,
    title: 'No such department',
    en: (r) => `There is no department ${r.department} in this company. Give its od-… id, or the company's own.`,
    zh: (r) => `企业中没有部门 ${r.department}，请使用 od-… 的 ID 或企业自定义的 ID。`,
  },
} satisfies Wordings
