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

/** The problem document of a fact. */
export function wordRefusal(refusal: Refusal): Problem {
  const { status, title, en, zh } = (met as Partial<Record<Fact, Wording<Fact>>>)[refusal.fact] ?? unmet
  return new Problem({ code: refusal.fact, status, title }, { en: en(refusal), zh: zh(refusal) })
}
