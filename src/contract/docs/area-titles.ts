import type { Operation, Text } from '../operation.ts'

/** The vendors' areas by their own names. An area without a row shows its folder's name. */
const titles: Readonly<Record<string, Text>> = {
  'organization-settings': { en: 'Organization settings', zh: '集团组织设置' },
  'departments-and-members': { en: 'Departments and members', zh: '部门与成员' },
  'unified-member-login': { en: 'Unified member login', zh: '成员统一登录' },
  'organization-services': { en: 'Organization services', zh: '集团服务管理' },
  'management-policies': { en: 'Management policies', zh: '管理策略' },
  'resource-sharing': { en: 'Resource sharing', zh: '资源共享' },
  finance: { en: 'Finance', zh: '财务管理' },
  'identity-center/zone': { en: 'Identity Center: zone', zh: '身份中心：空间' },
  'identity-center/users': { en: 'Identity Center: users', zh: '身份中心：用户' },
  'identity-center/groups': { en: 'Identity Center: groups', zh: '身份中心：用户组' },
  'identity-center/scim': { en: 'Identity Center: SCIM', zh: '身份中心：SCIM 同步' },
  'organization-2018-12-25': { en: 'Organization, version 2018-12-25', zh: '集团组织（2018-12-25 版本）' },
  services: { en: 'Organization services', zh: '集团服务' },
  'mail-bindings': { en: 'Mail bindings', zh: '邮箱绑定' },
  accounts: { en: 'Accounts', zh: '账号' },
  keys: { en: 'Access keys', zh: '访问密钥' },
  organizations: { en: 'Organizations', zh: '集团组织' },
  members: { en: 'Members', zh: '成员' },
  entities: { en: 'Related companies', zh: '互信主体' },
  'access-rules': { en: 'Access rules', zh: '授权' },
  events: { en: 'Events', zh: '事件' },
  rehearsals: { en: 'Rehearsals', zh: '预演' },
  standin: { en: 'Stand-in', zh: '模拟开关' },
}

export const dialectTitles: Readonly<Record<Operation['dialect'], Text>> = {
  tencent: { en: 'Tencent Cloud API 3.0', zh: '腾讯云 API 3.0' },
  admin: { en: 'Rollcall admin API', zh: 'Rollcall 管理接口' },
}

export function areaTitle(area: string): Text {
  const title = Object.hasOwn(titles, area) ? titles[area] : undefined
  return title ?? { en: area.replaceAll('-', ' ').replaceAll('/', ': '), zh: '' }
}
