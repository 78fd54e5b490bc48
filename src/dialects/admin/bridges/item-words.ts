import type { BridgeItemRefusal } from '../../../directory/refusals/bridges.ts'
import type { Refusal, SourceSideRefusal } from '../../../directory/refusals.ts'

/** What an item of a bridge can be refused with: what any source is, and what only a bridge is. */
type ItemRefusal = SourceSideRefusal | BridgeItemRefusal
type ItemFact = ItemRefusal['fact']
type Of<F extends ItemFact> = Extract<ItemRefusal, { fact: F }>

interface Words<F extends ItemFact> {
  readonly en: (refusal: Of<F>) => string
  readonly zh: (refusal: Of<F>) => string
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

const words: { readonly [F in ItemFact]: Words<F> } = {
  bridge_name_missing: {
    en: () => 'The person has none of what `mapping.names` names. Give the person one, or name another source.',
    zh: () => '该人员没有 `mapping.names` 中的任何一项，请补充人员信息或指定其他来源。',
  },
  bridge_name_unfit: {
    en: (r) => `\`${r.name}\` is no UserName: 1 to 64 letters, digits and + = , . @ _ - are. Take names from another source.`,
    zh: (r) => `\`${r.name}\` 不能作为用户名：应为 1 至 64 个字母、数字或 + = , . @ _ -，请使用其他来源。`,
  },
  bridge_text_too_long: {
    en: (r) => `The ${r.member} is longer than ${r.most} characters. Shorten it in the company.`,
    zh: (r) => `${r.member} 超过 ${r.most} 个字符，请在企业中缩短。`,
  },
  bridge_group_name_unfit: {
    en: (r) => `\`${r.name}\` is no name of a group: 1 to 128 characters are. Shorten it in the company, or the prefix.`,
    zh: (r) => `\`${r.name}\` 不能作为用户组名称：应为 1 至 128 个字符，请缩短名称或前缀。`,
  },
  bridge_target_linked: {
    en: (r) =>
      `${r.target} has this name and stands for somebody else already, through bridge ${r.bridge}. Have one of the two named otherwise.`,
    zh: (r) => `${r.target} 已使用该名称，并通过同步桥 ${r.bridge} 对应其他人员，请修改其中之一的名称。`,
  },
  bridge_user_missing: {
    en: () => 'The person has no user yet, because creating it failed. Its own item says why.',
    zh: () => '该人员尚无用户，因为创建失败，原因见对应的变更项。',
  },
  bridge_group_missing: {
    en: () => 'There is no such group yet, because creating it failed. Its own item says why.',
    zh: () => '用户组尚不存在，因为创建失败，原因见对应的变更项。',
  },
  bridge_source_gone: {
    en: (r) =>
      `The ${r.kind} ${r.source} that was chosen is gone from the company, so nothing is taken away on its account. Choose something else, or allow it by name.`,
    zh: (r) => `所选的${r.kind === 'department' ? '部门' : '用户组'} ${r.source} 已不在企业中，因此不作任何移除。请重新选择，或明确允许。`,
  },
  bridge_removals_held: {
    en: (r) =>
      `${r.removals} of ${r.members} members of group ${r.group} would go, more than ${percent(r.share)} within 24 hours. Apply with \`"allow": ["${r.group}"]\` if that is meant.`,
    zh: (r) =>
      `用户组 ${r.group} 的 ${r.members} 名成员中将移除 ${r.removals} 名，24 小时内超过 ${percent(r.share)}。如确需移除，请在执行时指定 \`"allow": ["${r.group}"]\`。`,
  },
  bridge_users_held: {
    en: (r) =>
      `${r.removals} of ${r.users} users would be disabled or deleted, more than ${percent(r.share)} within 24 hours. Apply with \`"allow": ["users"]\` if that is meant.`,
    zh: (r) =>
      `${r.users} 名用户中将禁用或删除 ${r.removals} 名，24 小时内超过 ${percent(r.share)}。如确需执行，请指定 \`"allow": ["users"]\`。`,
  },
  synchronization_off: {
    en: (r) => `Synchronization of zone ${r.zone} was switched off meanwhile. Switch it on and apply again.`,
    zh: (r) => `空间 ${r.zone} 的同步已被关闭，请开启后重新执行。`,
  },
  user_kept_by_hand: {
    en: (r) => `User ${r.user} is kept by hand. Rename or delete it, or let the zone adopt users by name.`,
    zh: (r) => `用户 ${r.user} 为手动管理，请重命名或删除该用户，或允许空间按名称接管用户。`,
  },
  group_kept_by_hand: {
    en: (r) => `Group ${r.group} is kept by hand. Rename or delete it.`,
    zh: (r) => `用户组 ${r.group} 为手动管理，请重命名或删除该用户组。`,
  },
  version_differs: {
    en: (r) => `${r.subject} was changed at the same time. Apply again.`,
    zh: (r) => `${r.subject} 同时被修改，请重新执行。`,
  },
  users_not_found: {
    en: (r) => `No users ${r.users.join(', ')} in the zone. Apply again.`,
    zh: (r) => `空间中没有用户 ${r.users.join('、')}，请重新执行。`,
  },
  adopted_user_in_groups: {
    en: (r) => `User ${r.name} is in groups kept by hand: ${r.groups.map(({ name }) => name).join(', ')}. Take it out of them first.`,
    zh: (r) => `用户 ${r.name} 在手动管理的用户组中：${r.groups.map(({ name }) => name).join('、')}，请先移出。`,
  },
  zone_not_found: {
    en: (r) => `Zone ${r.zone} is gone.`,
    zh: (r) => `空间 ${r.zone} 已不存在。`,
  },
  user_not_found: {
    en: (r) => `User ${r.user} is gone. Apply again to have it created anew.`,
    zh: (r) => `用户 ${r.user} 已不存在，重新执行将再次创建。`,
  },
  user_name_taken: {
    en: (r) => `Another user of the zone has the UserName ${r.name}. Rename one of the two, or let the zone adopt users by name.`,
    zh: (r) => `空间中已有用户使用用户名 ${r.name}，请修改其中之一，或允许空间按名称接管用户。`,
  },
  email_taken: {
    en: (r) => `Another user of the zone has the address ${r.email}. Change one of the two, or map no addresses.`,
    zh: (r) => `空间中已有用户使用邮箱 ${r.email}，请修改其中之一，或不映射邮箱。`,
  },
  user_quota_reached: {
    en: (r) => `The zone has its ${r.quota} users. Raise the quota, or choose fewer people.`,
    zh: (r) => `空间用户数已达配额 ${r.quota}，请提高配额或减少所选人员。`,
  },
  group_not_found: {
    en: (r) => `Group ${r.group} is gone. Apply again to have it created anew.`,
    zh: (r) => `用户组 ${r.group} 已不存在，重新执行将再次创建。`,
  },
  group_name_taken: {
    en: (r) => `Another group of the zone has, or is to have, the name ${r.name}. Rename one of the two, or set a prefix.`,
    zh: (r) => `空间中已有或将有同名用户组 ${r.name}，请修改其中之一或设置前缀。`,
  },
  group_quota_reached: {
    en: (r) => `The zone has its ${r.quota} groups. Raise the quota, or choose less.`,
    zh: (r) => `空间用户组数已达配额 ${r.quota}，请提高配额或减少选择。`,
  },
  owners_differ: {
    en: (r) => `User ${r.user} (${r.userOwner}) and group ${r.group} (${r.groupOwner}) are not kept by the same side.`,
    zh: (r) => `用户 ${r.user}（${r.userOwner}）与用户组 ${r.group}（${r.groupOwner}）的管理方不同。`,
  },
  group_full: {
    en: (r) => `Group ${r.group} has its ${r.quota} members. Raise the quota, or choose smaller departments.`,
    zh: (r) => `用户组 ${r.group} 的成员数已达配额 ${r.quota}，请提高配额或选择较小的部门。`,
  },
  user_in_too_many_groups: {
    en: (r) => `User ${r.user} is in ${r.quota} groups already. Raise the quota, or choose fewer departments.`,
    zh: (r) => `用户 ${r.user} 已加入 ${r.quota} 个用户组，请提高配额或减少所选部门。`,
  },
  role_assigned: {
    en: (r) => `${r.principal} still gives access to ${r.accounts} accounts. Take its assignments away first.`,
    zh: (r) => `${r.principal} 仍拥有 ${r.accounts} 个账号的授权，请先解除授权。`,
  },
  user_provisioned: {
    en: (r) => `${r.principal} is still provisioned to ${r.accounts} accounts. End that first.`,
    zh: (r) => `${r.principal} 仍同步到 ${r.accounts} 个账号，请先解除同步。`,
  },
}

/** Why an item is not done, and the way out. */
export function itemText(refusal: Refusal): { detail: string; detail_zh: string } {
  const worded = (words as Partial<Record<string, { en(refusal: Refusal): string; zh(refusal: Refusal): string }>>)[refusal.fact]
  if (!worded) return { detail: `The directory refuses this: ${refusal.fact}.`, detail_zh: `目录拒绝此变更：${refusal.fact}。` }
  return { detail: worded.en(refusal), detail_zh: worded.zh(refusal) }
}
