import { wordsIn } from '../../contract/docs/fact-words.ts'
import type { Text } from '../../contract/operation.ts'
import { worded } from '../../contract/shown.ts'
import type { Fact, Refusal, SourceSideRefusal } from '../../directory/refusals.ts'
import { type ScimCode, ScimError } from './scim-error.ts'

type Of<F extends Fact> = Extract<Refusal, { fact: F }>

/** How this wire says one fact. */
interface Wording<F extends Fact> {
  readonly code: ScimCode
  readonly en: (refusal: Of<F>) => string
  readonly zh: (refusal: Of<F>) => string
}

/** How this wire words each fact that it meets. A fact without a row does not compile. */
const wordings: { readonly [F in SourceSideRefusal['fact']]: Wording<F> } = {
  synchronization_off: {
    code: 'forbidden',
    en: ({ zone }) => `Synchronization of the zone ${zone} is off. Turn it on with UpdateSCIMSynchronizationStatus.`,
    zh: ({ zone }) => `空间 ${zone} 未开启 SCIM 同步，请用 UpdateSCIMSynchronizationStatus 开启。`,
  },
  zone_not_found: {
    code: 'notFound',
    en: ({ zone }) => `The zone ${zone} does not exist any more. Use a credential of another one.`,
    zh: ({ zone }) => `空间 ${zone} 已不存在，请使用其他空间的密钥。`,
  },
  user_not_found: {
    code: 'notFound',
    en: ({ user }) => `Resource ${user} not found. List the users to see their ids.`,
    zh: ({ user }) => `用户 ${user} 不存在，请通过 /Users 查询其 id。`,
  },
  group_not_found: {
    code: 'notFound',
    en: ({ group }) => `Resource ${group} not found. List the groups to see their ids.`,
    zh: ({ group }) => `用户组 ${group} 不存在，请通过 /Groups 查询其 id。`,
  },
  user_name_taken: {
    code: 'uniqueness',
    en: ({ name }) =>
      `The userName ${name} is in use already; a filter by userName finds its user. Choose another one. A user kept by hand is taken over by a POST where the zone adopts users (admin API: adoption).`,
    zh: ({ name }) =>
      `userName ${name} 已被使用，可按 userName 过滤查询该用户，请更换。手动创建的用户可在空间允许接管时（管理接口 adoption）由 POST 接管。`,
  },
  email_taken: {
    code: 'uniqueness',
    en: ({ email }) => `The e-mail address ${email} belongs to another user already. Send another one, or take it from that user first.`,
    zh: ({ email }) => `邮箱 ${email} 已属于其他用户，请更换，或先从该用户移除。`,
  },
  group_name_taken: {
    code: 'uniqueness',
    en: ({ name }) => `The displayName ${name} is in use by another group already. Choose another one.`,
    zh: ({ name }) => `displayName ${name} 已被其他用户组使用，请更换。`,
  },
  adopted_user_in_groups: {
    code: 'uniqueness',
    en: ({ name, groups }) =>
      `The user ${name} is kept by hand and is in the groups ${listed(groups)}. Take the user out of them, then it can be adopted.`,
    zh: ({ name, groups }) => `用户 ${name} 为手动创建且属于用户组 ${listed(groups)}，请先将其移出这些用户组，再由同步接管。`,
  },
  user_kept_by_hand: {
    code: 'mutability',
    en: ({ user, attempted }) => `The user ${user} is kept by hand: synchronization may not ${attempted} it. Change it where it was made.`,
    zh: ({ user }) => `用户 ${user} 为手动创建，不能通过 SCIM 修改或删除，请在其创建处操作。`,
  },
  group_kept_by_hand: {
    code: 'mutability',
    en: ({ group, attempted }) =>
      `The group ${group} is kept by hand: synchronization may not ${attempted} it. Change it where it was made.`,
    zh: ({ group }) => `用户组 ${group} 为手动创建，不能通过 SCIM 修改或删除，请在其创建处操作。`,
  },
  version_differs: {
    code: 'preconditionFailed',
    en: ({ subject, version }) =>
      `${subject} is at version W/"${version}" now. Read it again, then send the change with that tag in If-Match.`,
    zh: ({ subject, version }) => `${subject} 当前版本为 W/"${version}"，请重新读取后在 If-Match 中以该标签提交。`,
  },
  users_not_found: {
    code: 'invalidValue',
    en: ({ users }) => `No users of the zone: ${someOf(users)}. Create them first, or leave them out; nothing was changed.`,
    zh: ({ users }) => `空间中不存在用户 ${someOf(users)}，请先创建或从请求中去掉，未作任何变更。`,
  },
  owners_differ: {
    code: 'invalidValue',
    en: ({ group, user, userOwner }) =>
      `The user ${user} is ${userOwner} and the group ${group} is not: a group has users of its own kind only. Leave the user out.`,
    zh: ({ group, user }) => `用户 ${user} 与用户组 ${group} 的来源（手动或同步）不同，不能加入，请从请求中去掉。`,
  },
  user_quota_reached: {
    code: 'conflict',
    en: ({ quota }) => `The zone has ${quota} users, its quota. Delete users, or have the quota raised (admin API: quotas.users).`,
    zh: ({ quota }) => `空间用户数已达配额 ${quota}，请删除用户或提高配额（管理接口 quotas.users）。`,
  },
  group_quota_reached: {
    code: 'conflict',
    en: ({ quota }) => `The zone has ${quota} groups, its quota. Delete groups, or have the quota raised (admin API: quotas.groups).`,
    zh: ({ quota }) => `空间用户组数已达配额 ${quota}，请删除用户组或提高配额（管理接口 quotas.groups）。`,
  },
  group_full: {
    code: 'conflict',
    en: ({ group, quota }) =>
      `The group ${group} may have ${quota} members. Take some out, or have the quota raised (admin API: quotas.usersPerGroup); nothing was changed.`,
    zh: ({ group, quota }) =>
      `用户组 ${group} 最多 ${quota} 个成员，请移出部分成员或提高配额（管理接口 quotas.usersPerGroup），未作任何变更。`,
  },
  user_in_too_many_groups: {
    code: 'conflict',
    en: ({ user, quota }) =>
      `The user ${user} is in ${quota} groups, the quota. Take it out of one, or have the quota raised (admin API: quotas.groupsPerUser); nothing was changed.`,
    zh: ({ user, quota }) =>
      `用户 ${user} 已在 ${quota} 个用户组中，达到配额，请先移出或提高配额（管理接口 quotas.groupsPerUser），未作任何变更。`,
  },
  role_assigned: {
    code: 'conflict',
    en: ({ principal, accounts }) => `${principal} has roles in ${accounts} accounts. Take the roles away first; nothing was changed.`,
    zh: ({ principal, accounts }) => `${principal} 在 ${accounts} 个账号中有授权，请先解除授权，未作任何变更。`,
  },
  user_provisioned: {
    code: 'conflict',
    en: ({ principal, accounts }) => `${principal} is provisioned to ${accounts} accounts. End that first; nothing was changed.`,
    zh: ({ principal, accounts }) => `${principal} 已同步到 ${accounts} 个账号，请先解除同步，未作任何变更。`,
  },
}

/** What this wire says of a fact, for documents; undefined for one that no call of it meets. */
export function factWords(fact: string): Text | undefined {
  return wordsIn(wordings, fact)
}

/** The answer of this wire to a fact; undefined for one that no call of it meets. */
export function wordRefusal(refusal: Refusal): ScimError | undefined {
  const wording = (wordings as Partial<Record<Fact, Wording<Fact>>>)[refusal.fact]
  return wording && new ScimError(wording.code, { en: worded(refusal, wording.en), zh: worded(refusal, wording.zh) })
}

function listed(groups: readonly { readonly name: string }[]): string {
  return someOf(groups.map(({ name }) => name))
}

/** The first twenty and how many more: an answer is to be read. */
function someOf(names: readonly string[]): string {
  const rest = names.length - 20
  return names.slice(0, 20).join(', ') + (rest > 0 ? ` … (+${rest})` : '')
}
