import type { MailBindingRefusal } from '../../../directory/refusals/mail-bindings.ts'
import type { Wordings } from './wording.ts'

export const mailBindingWordings: Wordings<MailBindingRefusal> = {
  member_not_created: {
    code: 'UnsupportedOperation',
    en: (r) =>
      `Member ${r.uin} joined with an account of its own, which has its own mail. Only members that the organization created take one.`,
    zh: (r) => `成员 ${r.uin} 以自有账号加入，不支持绑定邮箱，仅创建的成员支持。`,
  },
  mail_binding_exists: {
    code: 'FailedOperation.MemberEmailExist',
    en: (r) =>
      `Member ${r.uin} already has the e-mail binding ${r.id} (${r.status}). UpdateOrganizationMemberEmailBind changes one that is not yet activated.`,
    zh: (r) => `成员 ${r.uin} 已有邮箱绑定 ${r.id}（${r.status}），未激活前可用 UpdateOrganizationMemberEmailBind 修改。`,
  },
  mail_binding_quota_reached: {
    code: 'LimitExceeded.EmailBindOverLimit',
    en: (r) =>
      `The organization already added ${r.quota} e-mail bindings today, its quota. Try tomorrow, or raise it (admin API: limits.mailBindingsPerDay).`,
    zh: (r) => `集团组织今日添加的邮箱绑定已达配额 ${r.quota}，请明日再试，或提高配额（管理接口 limits.mailBindingsPerDay）。`,
  },
  address_taken: {
    code: 'FailedOperation.EmailAlreadyUsed',
    en: (r) => `The address ${r.email} is already bound, or about to be, to another account. Give another.`,
    zh: (r) => `邮箱 ${r.email} 已被其他账号绑定或正在绑定，请更换邮箱。`,
  },
  phone_bound_too_often: {
    code: 'LimitExceeded.PhoneNumBound',
    en: (r) =>
      `The phone +${r.phone} already serves ${r.quota} accounts, the most. Give another, or raise the quota (admin API: limits.accountsPerPhone).`,
    zh: (r) => `手机号 +${r.phone} 绑定的账号数已达上限 ${r.quota}，请更换手机号，或提高配额（管理接口 limits.accountsPerPhone）。`,
  },
  mail_binding_not_found: {
    code: 'ResourceNotFound.EmailBindRecordNotExist',
    en: (r) => `Member ${r.uin} has no e-mail binding ${r.id}. DescribeOrganizationMemberEmailBind shows its BindId.`,
    zh: (r) => `成员 ${r.uin} 没有邮箱绑定记录 ${r.id}，可用 DescribeOrganizationMemberEmailBind 查询 BindId。`,
  },
  mail_binding_replaced: {
    code: 'FailedOperation.EmailBindRecordInvalid',
    en: (r) => `The e-mail binding ${r.id} of member ${r.uin} failed and was replaced by ${r.current}. Use that.`,
    zh: (r) => `成员 ${r.uin} 的邮箱绑定 ${r.id} 已失败并被 ${r.current} 取代，请使用后者。`,
  },
  mail_binding_finished: {
    // A successful one can't be changed at all; a failed one is no longer valid. Source: triggers of the two codes.
    code: (r, met) =>
      r.status === 'success' && met.codes.has('UnsupportedOperation') ? 'UnsupportedOperation' : 'FailedOperation.EmailBindRecordInvalid',
    en: (r) =>
      `The e-mail binding of member ${r.uin} has ended: ${r.status}. After a success nothing is left to do; after a failure ` +
      'AddOrganizationMemberEmail begins another.',
    zh: (r) => `成员 ${r.uin} 的邮箱绑定已结束（${r.status}）：成功则无需再操作，失败请用 AddOrganizationMemberEmail 重新添加。`,
  },
  mail_binding_updates_used: {
    code: 'LimitExceeded.UpdateEmailBindOverLimit',
    en: (r) => `The e-mail binding was already changed ${r.quota} times, the most. Raise the quota (admin API: limits.mailBindingUpdates).`,
    zh: (r) => `该邮箱绑定的修改次数已达上限 ${r.quota}，可提高配额（管理接口 limits.mailBindingUpdates）。`,
  },
  mail_sends_used: {
    code: 'LimitExceeded.SendEmailLimit',
    en: (r) =>
      `The activation mail was already sent again ${r.quota} times, the most. Raise the quota (admin API: limits.mailBindingSends).`,
    zh: (r) => `激活邮件的重新发送次数已达上限 ${r.quota}，可提高配额（管理接口 limits.mailBindingSends）。`,
  },
  mail_sent_lately: {
    code: 'LimitExceeded.SendEmailWithinOneHourLimit',
    en: (r) => `The activation mail was sent again less than an hour ago. Wait ${r.minutes} minute(s).`,
    zh: (r) => `激活邮件在一小时内已重新发送过，请等待 ${r.minutes} 分钟。`,
  },
}
