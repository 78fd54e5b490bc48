import type { ZoneRefusal } from '../../../directory/refusals/zones.ts'
import type { Owner } from '../../../directory/users/user.ts'
import { ownerWord } from '../identity-center/words.ts'
import { firstListed, type Wordings } from './wording.ts'

const groupCodes = {
  add_user: 'FailedOperation.SynchronizedGroupNotAddUser',
  remove_user: 'FailedOperation.SynchronizedGroupNotRemoveUser',
  update: 'FailedOperation.SynchronizedGroupNotUpdate',
  delete: 'FailedOperation.SynchronizedGroupNotDelete',
}
const userCodes = { update: 'FailedOperation.SynchronizedUserNotUpdate', delete: 'FailedOperation.SynchronizedUserNotDelete' }
const paceCodes = {
  create_user: 'LimitExceeded.CreateUserLimitExceeded',
  add_member: 'LimitExceeded.AddUserToGroupLimitExceeded',
  remove_member: 'LimitExceeded.RemoveUserFromGroupLimitExceeded',
}

const typeOf = (owner: string) => ownerWord(owner as Owner)

export const zoneWordings: Wordings<ZoneRefusal> = {
  zone_not_open: {
    code: firstListed('FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist'),
    en: () => "The caller's organization has no identity center. OpenIdentityCenter opens it.",
    zh: () => '调用者的集团组织尚未开通身份中心，可用 OpenIdentityCenter 开通。',
  },
  zone_already_open: {
    code: 'FailedOperation.IdentityCenterAlreadyOpen',
    en: (r) => `The organization already has zone ${r.zone}. DescribeIdentityCenter shows it; UpdateZone renames it.`,
    zh: (r) => `集团组织已开通空间 ${r.zone}，可用 DescribeIdentityCenter 查看，UpdateZone 改名。`,
  },
  zone_not_found: {
    code: 'FailedOperation.ZoneIdNotExist',
    en: (r) => `No zone ${r.zone} in your organization. DescribeIdentityCenter shows yours.`,
    zh: (r) => `您的组织中没有空间 ${r.zone}，可用 DescribeIdentityCenter 查询。`,
  },
  zone_name_taken: {
    code: 'InvalidParameterValue.IdentityCenterZoneNameAlreadyExist',
    en: (r) => `Another zone already has the name ${r.name}; zone names are unique over all organizations. Choose another.`,
    zh: (r) => `空间名 ${r.name} 已被占用，空间名在所有组织间唯一，请更换。`,
  },
  user_not_found: {
    code: 'ResourceNotFound.UserNotExist',
    en: (r) => `No user ${r.user} in this zone. ListUsers shows them.`,
    zh: (r) => `该空间中没有用户 ${r.user}，可用 ListUsers 查询。`,
  },
  user_name_taken: {
    code: 'InvalidParameter.UsernameAlreadyExists',
    en: (r) => `Another user of the zone already has the name ${r.name} (letter case does not matter). Choose another.`,
    zh: (r) => `空间中已有用户名 ${r.name}（不区分大小写），请更换。`,
  },
  email_taken: {
    code: 'InvalidParameter.EmailAlreadyExists',
    en: (r) => `Another user of the zone already has the e-mail ${r.email}. ListUsers with Filter finds that user.`,
    zh: (r) => `空间中已有用户使用邮箱 ${r.email}，可用 ListUsers 的 Filter 查找。`,
  },
  user_quota_reached: {
    code: 'FailedOperation.UserOverUpperLimit',
    en: (r) => `The zone already holds ${r.quota} users, its quota. Delete users or raise the quota (admin API: quotas.users).`,
    zh: (r) => `空间用户数已达配额 ${r.quota}，请删除用户或提高配额（管理接口 quotas.users）。`,
  },
  user_owned_by_sync: {
    code: (r) => userCodes[r.attempted],
    en: (r) => `User ${r.user} is kept by SCIM. Change it at its source, or disable synchronization (UpdateSCIMSynchronizationStatus).`,
    zh: (r) => `用户 ${r.user} 由 SCIM 同步维护，请在来源处修改，或先关闭同步（UpdateSCIMSynchronizationStatus）。`,
  },
  password_kept_by_source: {
    code: 'InvalidParameter.UserTypeError',
    en: (r) => `User ${r.user} is synchronized: its password is kept at its source. Leave NeedResetPassword out.`,
    zh: (r) => `用户 ${r.user} 为外部导入用户，密码由来源维护，请勿传 NeedResetPassword。`,
  },
  user_in_groups: {
    code: 'InvalidParameter.UserAlreadyExistsGroup',
    en: (r) => `User ${r.user} is still in ${r.groups} group(s). ListJoinedGroupsForUser shows them; RemoveUserFromGroup takes it out.`,
    zh: (r) => `用户 ${r.user} 仍在 ${r.groups} 个用户组中，可用 ListJoinedGroupsForUser 查看，用 RemoveUserFromGroup 移出。`,
  },
  group_not_found: {
    code: 'InvalidParameter.GroupNotExist',
    en: (r) => `No group ${r.group} in this zone. ListGroups shows them.`,
    zh: (r) => `该空间中没有用户组 ${r.group}，可用 ListGroups 查询。`,
  },
  group_name_taken: {
    code: 'InvalidParameter.GroupNameAlreadyExists',
    en: (r) => `Another group of the zone already has the name ${r.name} (letter case does not matter). Choose another.`,
    zh: (r) => `空间中已有用户组名 ${r.name}（不区分大小写），请更换。`,
  },
  group_quota_reached: {
    code: 'FailedOperation.GroupOverUpperLimit',
    en: (r) => `The zone already holds ${r.quota} groups, its quota. Delete groups or raise the quota (admin API: quotas.groups).`,
    zh: (r) => `空间用户组数已达配额 ${r.quota}，请删除用户组或提高配额（管理接口 quotas.groups）。`,
  },
  group_has_members: {
    code: 'FailedOperation.DeleteGroupNotAllowExistUser',
    en: (r) => `Group ${r.group} still has ${r.members} user(s). ListGroupMembers shows them; RemoveUserFromGroup takes them out.`,
    zh: (r) => `用户组 ${r.group} 仍有 ${r.members} 个用户，可用 ListGroupMembers 查看，用 RemoveUserFromGroup 移出。`,
  },
  group_owned_by_sync: {
    code: (r) => groupCodes[r.attempted],
    en: (r) => `Group ${r.group} is kept by SCIM. Change it at its source, or disable synchronization (UpdateSCIMSynchronizationStatus).`,
    zh: (r) => `用户组 ${r.group} 由 SCIM 同步维护，请在来源处修改，或先关闭同步（UpdateSCIMSynchronizationStatus）。`,
  },
  owners_differ: {
    code: 'FailedOperation.GroupTypeUserTypeNotMatch',
    en: (r) =>
      `Group ${r.group} is of GroupType ${typeOf(r.groupOwner)} and user ${r.user} of UserType ${typeOf(r.userOwner)}. ` +
      'A group takes users of its own type only: name another group, or another user.',
    zh: (r) =>
      `用户组 ${r.group} 的 GroupType 为 ${typeOf(r.groupOwner)}，用户 ${r.user} 的 UserType 为 ${typeOf(r.userOwner)}，` +
      '用户组只能加入同类型用户，请更换用户组或用户。',
    example: { groupOwner: 'manual', userOwner: 'synchronized' },
  },
  already_a_member: {
    code: 'InvalidParameter.GroupUserAlreadyExists',
    en: (r) => `User ${r.user} already is in group ${r.group}.`,
    zh: (r) => `用户 ${r.user} 已在用户组 ${r.group} 中。`,
  },
  not_a_member: {
    code: 'InvalidParameter.GroupUserNotExist',
    en: (r) => `User ${r.user} is not in group ${r.group}. ListGroupMembers shows who is.`,
    zh: (r) => `用户 ${r.user} 不在用户组 ${r.group} 中，可用 ListGroupMembers 查询成员。`,
  },
  group_full: {
    code: 'FailedOperation.GroupUserCountOverUpperLimit',
    en: (r) => `Group ${r.group} already has ${r.quota} users, the most it may have (admin API: quotas.usersPerGroup).`,
    zh: (r) => `用户组 ${r.group} 的用户数已达上限 ${r.quota}（管理接口 quotas.usersPerGroup）。`,
  },
  user_in_too_many_groups: {
    code: 'FailedOperation.UserAddGroupCountOverUpperLimit',
    en: (r) => `User ${r.user} already is in ${r.quota} groups, the most a user may be in (admin API: quotas.groupsPerUser).`,
    zh: (r) => `用户 ${r.user} 加入的用户组数已达上限 ${r.quota}（管理接口 quotas.groupsPerUser）。`,
  },
  role_assigned: {
    code: 'FailedOperation.RoleConfigurationAuthorizationExist',
    en: (r) => `${r.principal} still has role assignments on ${r.accounts} account(s). Remove them first.`,
    zh: (r) => `${r.principal} 仍在 ${r.accounts} 个账号上有权限配置授权，请先移除。`,
  },
  user_provisioned: {
    code: 'FailedOperation.UserProvisioningExists',
    en: (r) => `${r.principal} is still provisioned to ${r.accounts} account(s). Delete the provisioning first.`,
    zh: (r) => `${r.principal} 仍有 ${r.accounts} 个账号的用户同步，请先删除。`,
  },
  pace_exceeded: {
    code: (r) => paceCodes[r.pace],
    en: (r) => `This zone takes ${r.perSecond} such calls a second. Wait a second and call again.`,
    zh: (r) => `该空间每秒最多处理 ${r.perSecond} 次此类调用，请稍后重试。`,
  },
  principal_not_found: {
    code: 'ResourceNotFound',
    en: (r) => `No user or group ${r.principal} in this zone.`,
    zh: (r) => `该空间中没有用户或用户组 ${r.principal}。`,
  },
}
