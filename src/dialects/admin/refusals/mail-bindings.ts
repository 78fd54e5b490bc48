import type { Wordings } from './wording.ts'

/** Facts about mail bindings, that an operation of this wire can meet. */
export const mailBindingWordings = {
  mail_binding_not_found: {
    status: 404,
    title: 'No mail binding',
    en: (r) => `No mail binding of account ${r.uin}. The vendor action AddOrganizationMemberEmail begins one.`,
    zh: (r) => `账号 ${r.uin} 没有邮箱绑定记录，可用 AddOrganizationMemberEmail 添加。`,
  },
  mail_binding_finished: {
    status: 409,
    title: 'The mail binding waits for nothing',
    en: (r) => `The mail binding of account ${r.uin} is finished: ${r.status}. Only one that is not yet activated takes an outcome.`,
    zh: (r) => `账号 ${r.uin} 的邮箱绑定已结束（${r.status}），仅待激活的记录可设置结果。`,
  },
} satisfies Wordings
