import type { Operation, Text } from '../operation.ts'

/** The vendors' areas by their own names. An area without a row shows its folder's name. */
const titles: Readonly<Record<string, Text>> = {
  'organization-settings': { en: 'Organization settings', zh: '集团组织设置' },
  'departments-and-members': { en: 'Departments and members', zh: '部门与成员' },
  'organization-services': { en: 'Organization services', zh: '集团服务管理' },
  'identity-center/zone': { en: 'Identity Center: zone', zh: '身份中心：空间' },
  'identity-center/users': { en: 'Identity Center: users', zh: '身份中心：用户' },
  'identity-center/groups': { en: 'Identity Center: groups', zh: '身份中心：用户组' },
  'identity-center/scim': { en: 'Identity Center: SCIM', zh: '身份中心：SCIM 同步' },
  'organization-2018-12-25': { en: 'Organization, version 2018-12-25', zh: '集团组织（2018-12-25 版本）' },
  services: { en: 'Organization services', zh: '集团服务' },
  'mail-bindings': { en: 'Mail bindings', zh: '邮箱绑定' },
  'admin-token': { en: 'Admin token', zh: '管理令牌' },
  accounts: { en: 'Accounts', zh: '账号' },
  deliveries: { en: 'Deliveries of events', zh: '事件投递' },
  keys: { en: 'Access keys', zh: '访问密钥' },
  organizations: { en: 'Organizations', zh: '集团组织' },
  members: { en: 'Members', zh: '成员' },
  entities: { en: 'Related companies', zh: '互信主体' },
  'access-rules': { en: 'Access rules', zh: '授权' },
  bridges: { en: 'Bridges from companies to zones', zh: '企业到空间的同步桥' },
  events: { en: 'Events', zh: '事件' },
  rehearsals: { en: 'Rehearsals', zh: '预演' },
  people: { en: 'People of companies', zh: '企业人员' },
  companies: { en: 'Companies', zh: '企业' },
  'company-groups': { en: 'User groups of companies', zh: '企业用户组' },
  'company-roles': { en: 'Roles of companies', zh: '企业角色' },
  vocabularies: { en: 'Vocabularies of companies', zh: '企业词表' },
  apps: { en: 'Apps', zh: '应用' },
  'auth-v3': { en: 'Tokens', zh: '访问凭证' },
  authen: { en: 'User tokens', zh: '用户访问凭证' },
  'contact-v3/user': { en: 'Contact: users', zh: '通讯录：用户' },
  'contact-v3/department': { en: 'Contact: departments', zh: '通讯录：部门' },
  'contact-v3/group': { en: 'Contact: user groups', zh: '通讯录：用户组' },
  'contact-v3/group-member': { en: 'Contact: members of user groups', zh: '通讯录：用户组成员' },
  'contact-v3/functional-role': { en: 'Contact: roles', zh: '通讯录：角色' },
  'contact-v3/functional-role-member': { en: 'Contact: members of roles', zh: '通讯录：角色成员' },
  'contact-v3/job-family': { en: 'Contact: job families', zh: '通讯录：序列' },
  'contact-v3/job-level': { en: 'Contact: job levels', zh: '通讯录：职级' },
  'contact-v3/job-title': { en: 'Contact: job titles', zh: '通讯录：职务' },
  'contact-v3/work-city': { en: 'Contact: work cities', zh: '通讯录：工作城市' },
  'contact-v3/employee-type-enum': { en: 'Contact: employee types', zh: '通讯录：人员类型' },
  'contact-v3/custom-attr': { en: 'Contact: custom fields', zh: '通讯录：自定义字段' },
  'contact-v3/unit': { en: 'Contact: units', zh: '通讯录：单位' },
  'contact-v3/scope': { en: 'Contact: range', zh: '通讯录：权限范围' },
  discovery: { en: 'Discovery', zh: '能力发现' },
  users: { en: 'Users', zh: '用户' },
  groups: { en: 'Groups', zh: '用户组' },
  search: { en: 'Search', zh: '查询' },
  bulk: { en: 'Bulk', zh: '批量操作' },
  standin: { en: 'Stand-in', zh: '模拟开关' },
}

export const dialectTitles: Readonly<Record<Operation['dialect'], Text>> = {
  tencent: { en: 'Tencent Cloud API 3.0', zh: '腾讯云 API 3.0' },
  admin: { en: 'Rollcall admin API', zh: 'Rollcall 管理接口' },
  feishu: { en: 'Feishu Open Platform', zh: '飞书开放平台' },
  scim: { en: 'SCIM 2.0', zh: 'SCIM 2.0' },
}

export function areaTitle(area: string): Text {
  const title = Object.hasOwn(titles, area) ? titles[area] : undefined
  return title ?? { en: area.replaceAll('-', ' ').replaceAll('/', ': '), zh: '' }
}
