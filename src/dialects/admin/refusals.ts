import type { Fact, Refusal } from '../../directory/refusals.ts'
import { Problem } from './problem.ts'

type Of<F extends Fact> = Extract<Refusal, { fact: F }>

interface Wording<F extends Fact> {
  readonly status: number
  readonly title: string
  readonly en: (refusal: Of<F>) => string
  readonly zh: (refusal: Of<F>) => string
}

/** The facts that an operation of this wire can meet. */
export type AdminFact =
  | 'account_not_found'
  | 'organization_not_found'
  | 'key_not_found'
  | 'key_exists'
  | 'already_in_organization'
  | 'zone_not_found'
  | 'zone_not_open'
  | 'principal_not_found'
  | 'cursor_invalid'

const met: { readonly [F in AdminFact]: Wording<F> } = {
  account_not_found: {
    status: 404,
    title: 'No such account',
    en: (r) => `No account ${r.uin}. GET /admin/v1/accounts lists them.`,
    zh: (r) => `没有账号 ${r.uin}，可用 GET /admin/v1/accounts 查询。`,
  },
  organization_not_found: {
    status: 404,
    title: 'No such organization',
    en: (r) => `No organization ${r.organization}. An account shows the one that it belongs to.`,
    zh: (r) => `没有集团组织 ${r.organization}，账号信息中有其所属组织。`,
  },
  key_not_found: {
    status: 404,
    title: 'No such key',
    en: (r) => `The account has no key ${r.secretId}. Its keys are listed under …/keys.`,
    zh: (r) => `该账号没有密钥 ${r.secretId}，可在 …/keys 下查询。`,
  },
  key_exists: {
    status: 409,
    title: 'The key exists',
    en: (r) => `A key ${r.secretId} exists already. Give another secretId, or none to have one made.`,
    zh: (r) => `密钥 ${r.secretId} 已存在，请更换 secretId，或不传以自动生成。`,
  },
  already_in_organization: {
    status: 409,
    title: 'The account belongs to an organization',
    en: (r) => `The account already belongs to organization ${r.organization}; an account belongs to one at most.`,
    zh: (r) => `账号已属于集团组织 ${r.organization}，一个账号最多属于一个组织。`,
  },
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
  cursor_invalid: {
    status: 400,
    title: 'The cursor is not one of this list',
    en: () => 'The cursor in `after` was not given by this list. Start again without it.',
    zh: () => '`after` 中的游标不是本列表返回的，请去掉后重新查询。',
  },
}

/** What no operation of this wire brings about: told in general words if it ever does. */
const unmet = {
  status: 409,
  title: 'The directory refuses',
  en: (r: { fact: Fact }) => `The directory refuses this as things stand: ${r.fact}.`,
  zh: (r: { fact: Fact }) => `目录当前状态不允许此操作：${r.fact}。`,
}

const others: { readonly [F in Exclude<Fact, AdminFact>]: Wording<F> } = {
  not_verified: unmet,
  not_enterprise: unmet,
  account_created_in_organization: unmet,
  account_kind_barred: unmet,
  no_organization: unmet,
  not_the_manager: unmet,
  zone_already_open: unmet,
  zone_name_taken: unmet,
  user_not_found: unmet,
  user_name_taken: unmet,
  email_taken: unmet,
  user_quota_reached: unmet,
  user_owned_by_sync: unmet,
  password_kept_by_source: unmet,
  user_in_groups: unmet,
  group_not_found: unmet,
  group_name_taken: unmet,
  group_quota_reached: unmet,
  group_has_members: unmet,
  group_owned_by_sync: unmet,
  owners_differ: unmet,
  already_a_member: unmet,
  not_a_member: unmet,
  group_full: unmet,
  user_in_too_many_groups: unmet,
  role_assigned: unmet,
  user_provisioned: unmet,
  pace_exceeded: unmet,
}

/** How this wire words each fact. A fact without a row does not compile. */
const wordings: { readonly [F in Fact]: Wording<F> } = { ...met, ...others }

/** The problem document of a fact. */
export function wordRefusal(refusal: Refusal): Problem {
  const { status, title, en, zh } = wordings[refusal.fact] as Wording<Fact>
  return new Problem({ code: refusal.fact, status, title }, { en: en(refusal), zh: zh(refusal) })
}
