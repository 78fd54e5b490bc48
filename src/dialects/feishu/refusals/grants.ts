import type { GrantRefusal } from '../../../directory/refusals/grants.ts'
import type { Wordings } from './wording.ts'

const anew = { en: 'Have the user authorize anew.', zh: '请重新发起用户授权。' }

export const grantWordings: Wordings<GrantRefusal> = {
  code_unknown: {
    codes: [20003, 20007],
    en: () => 'No such authorization code was given. Send it as it came, once, within five minutes.',
    zh: () => '授权码不存在，请原样使用收到的授权码，五分钟内使用一次。',
  },
  code_expired: {
    codes: [20004, 20007],
    en: () => `The authorization code was good for five minutes, which are over. ${anew.en}`,
    zh: () => `授权码已超过五分钟有效期。${anew.zh}`,
  },
  code_used: {
    codes: [20065, 20003, 20007],
    en: () => `The authorization code has been used; it is good for one use. ${anew.en}`,
    zh: () => `授权码已被使用，仅能使用一次。${anew.zh}`,
  },
  refresh_token_unknown: {
    codes: [20038, 20026, 20007],
    en: () => `No such refresh token was given by this version of the endpoint. ${anew.en}`,
    zh: () => `refresh_token 不存在或不是由该版本接口返回的。${anew.zh}`,
  },
  refresh_token_expired: {
    codes: [20037, 20026, 20007],
    en: () => `The refresh token is too old. ${anew.en}`,
    zh: () => `refresh_token 已过期。${anew.zh}`,
  },
  refresh_token_used: {
    codes: [20073, 20038, 20026, 20007],
    en: () => `The refresh token has been used; the newest one counts. ${anew.en}`,
    zh: () => `refresh_token 已被使用，请使用最新返回的。${anew.zh}`,
  },
  grant_of_another_app: {
    codes: [20024],
    en: ({ app }) => `The code or refresh token was not given to the app ${app}. Use the credentials of the app that asked for it.`,
    zh: ({ app }) => `授权码或 refresh_token 不是颁发给应用 ${app} 的，请使用发起授权的应用凭证。`,
  },
  verifier_wrong: {
    codes: [20049],
    en: () => 'code_verifier does not fit the challenge that the authorization began with. Send the one that it was made of.',
    zh: () => 'code_verifier 与发起授权时的 code_challenge 不符，请发送对应的值。',
  },
  verifier_without_challenge: {
    codes: [20049],
    en: () => 'A code_verifier was sent, but no code_challenge with the authorization. Send both or neither.',
    zh: () => '换取凭证时携带了 code_verifier，但授权时未携带 code_challenge，请同时携带或都不携带。',
  },
  redirect_uri_differs: {
    codes: [20071, 20029],
    en: ({ uri }) => `redirect_uri ${uri} is not the one of the authorization. Send the same, or none.`,
    zh: ({ uri }) => `redirect_uri ${uri} 与发起授权时的不一致，请保持一致或不传。`,
  },
  scopes_doubled: {
    codes: [20067],
    en: ({ scopes }) => `Named twice: ${scopes.join(', ')}. Name each scope once.`,
    zh: ({ scopes }) => `重复的权限：${scopes.join('、')}，每个权限只能出现一次。`,
  },
  scopes_not_granted: {
    codes: [20068],
    en: ({ scopes }) => `The user has not granted: ${scopes.join(', ')}. Leave them out, or have him authorize anew.`,
    zh: ({ scopes }) => `用户未授予：${scopes.join('、')}，请去掉或重新发起授权。`,
  },
  app_lacks_scopes: {
    codes: [20068],
    en: ({ app, scopes }) => `The app ${app} itself lacks: ${scopes.join(', ')}. Give them to the app first.`,
    zh: ({ app, scopes }) => `应用 ${app} 未开通：${scopes.join('、')}，请先开通。`,
  },
  app_not_installed: {
    codes: [20009, 10005],
    en: ({ app, company }) => `The app ${app} is not installed in the company ${company}. Install it there.`,
    zh: ({ app, company }) => `企业 ${company} 未安装应用 ${app}，请先安装。`,
  },
  grantor_resigned: {
    codes: [20021, 20066],
    en: () => 'The user has resigned. Use the account of somebody who is there.',
    zh: () => '用户已离职，请使用在职用户的账号。',
  },
  grantor_frozen: {
    codes: [20022, 20066],
    en: () => 'The user is suspended. Resume the account first.',
    zh: () => '用户已被暂停，请先恢复账号。',
  },
  grantor_not_registered: {
    codes: [20023, 20066],
    en: () => 'The user was invited and has not joined yet.',
    zh: () => '用户已被邀请但尚未加入，请待其加入后再试。',
  },
}
