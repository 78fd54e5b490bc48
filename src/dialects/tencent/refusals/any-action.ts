import type { Text } from '../../../contract/operation.ts'
import { type CommonCode, isCommonCode, type TellsOf, wordingOf } from '../common-errors.ts'

const place = (name: string): Text => ({ en: `{${name}}`, zh: `{${name}}` })

/** What the messages of common codes are told in documents: names in braces, and numbers that make sense. Without a row: the message is all the problem. */
const told: { readonly [Code in CommonCode]?: TellsOf<Code> } = {
  ActionOffline: ['{action}'],
  'AuthFailure.InvalidAuthorization': [place('problem')],
  'AuthFailure.InvalidSecretId': ['{SecretId}'],
  'AuthFailure.SecretIdNotFound': ['{SecretId}'],
  'AuthFailure.SignatureExpire': [1_800_000_000, 1_800_000_900, 300],
  'AuthFailure.SignatureFailure': [place('hint')],
  'AuthFailure.UnauthorizedOperation': ['{action}'],
  InternalError: ['{RequestId}'],
  InvalidAction: ['{action}', place('known')],
  IpInBlacklist: ['{ip}', '{SecretId}'],
  IpNotInWhitelist: ['{ip}', '{SecretId}'],
  MissingParameter: ['{parameter}'],
  NoSuchProduct: ['{product}', '{known}'],
  NoSuchVersion: ['{version}', '{known}'],
  RequestLimitExceeded: ['{action}', 20],
  RequestSizeLimitExceeded: [{ en: 'The request', zh: '请求' }, '{most}'],
  UnauthorizedOperation: ['{action}'],
  UnknownParameter: ['{parameter}', '{known}'],
  UnsupportedProtocol: ['{method}'],
  UnsupportedRegion: ['{region}'],
}

/** What a common code says, for documents; undefined where its message is made for each problem. */
export function commonWords(code: string): Text | undefined {
  if (!isCommonCode(code)) return undefined
  const word = wordingOf(code)
  const values = told[code] ?? []
  return word.length > values.length && values.length === 0 ? undefined : word(...values)
}
