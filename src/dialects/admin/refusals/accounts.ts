import type { Wordings } from './wording.ts'

/** Facts about accounts, their keys and their organization, that an operation of this wire can meet. */
export const accountWordings = {
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
  no_organization: {
    status: 409,
    title: 'The account belongs to no organization',
    en: () => 'The account belongs to no organization, so there is none that it could leave. An account shows its organization.',
    zh: () => '账号不属于任何集团组织，无从退出。账号信息中有其所属组织。',
  },
} satisfies Wordings
