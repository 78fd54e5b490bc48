import type { Wordings } from './wording.ts'

/** Facts about zones, and who is in them, that an operation of this wire can meet. */
export const zoneWordings = {
  zone_not_found: {
    status: 404,
    title: 'No such zone',
    en: (r) => `No zone ${r.zone}. An organization shows its zone.`,
    zh: (r) => `没有空间 ${r.zone}，集团组织信息中有其空间。`,
  },
  zone_not_open: {
    status: 409,
    title: 'The organization has no zone',
    en: () => 'The organization has no zone yet, so there is nothing to set quotas of. The vendor action OpenIdentityCenter opens one.',
    zh: () => '该集团组织尚未开通空间，无法设置配额，可先用 OpenIdentityCenter 开通。',
  },
  principal_not_found: {
    status: 404,
    title: 'No such user or group',
    en: (r) => `No user or group ${r.principal} in this zone.`,
    zh: (r) => `该空间中没有用户或用户组 ${r.principal}。`,
  },
} satisfies Wordings
