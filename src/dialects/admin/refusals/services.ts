import type { Wordings } from './wording.ts'

/** Facts about services that a member administers, that an operation of this wire can meet. */
export const serviceWordings = {
  delegation_not_found: {
    status: 404,
    title: 'Not a delegated administrator',
    en: (r) => `Account ${r.uin} is no delegated administrator of ${r.service}. The vendor action CreateOrgServiceAssign makes it one.`,
    zh: (r) => `账号 ${r.uin} 不是 ${r.service} 的委派管理员，可用 CreateOrgServiceAssign 委派。`,
  },
  service_tells_no_use: {
    status: 409,
    title: 'The service does not tell use',
    en: (r) => `${r.service} does not tell whether it is used: IsUsageStatus of ListOrganizationService is 2.`,
    zh: (r) => `${r.service} 没有使用状态：ListOrganizationService 中其 IsUsageStatus 为 2。`,
  },
} satisfies Wordings
