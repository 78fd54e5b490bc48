import type { Text } from '../../contract/operation.ts'
import { named, shown } from '../../contract/shown.ts'
import { TencentError } from './tencent-error.ts'

const form =
  'TC3-HMAC-SHA256 Credential=<SecretId>/<YYYY-MM-DD>/<service>/tc3_request, SignedHeaders=content-type;host, Signature=<64 hex digits>'

const none: Text = { en: '', zh: '' }

/**
 * The codes that any action may answer, each with its wording: it names the offending thing and the way out.
 * Source: API 3.0 common error codes. A code that stands here need not stand in an action's own list.
 */
const wordings = {
  ActionOffline: (action: string) => both(`The action ${action} has been retired.`, `接口 ${action} 已下线。`),
  'AuthFailure.InvalidAuthorization': (problem: Text) =>
    both(
      `The Authorization header cannot be used: ${problem.en}. Its form is: ${form}`,
      `请求头 Authorization 无效：${problem.zh}。格式为：${form}`,
    ),
  'AuthFailure.InvalidSecretId': (secretId: string) =>
    both(
      `${shown(secretId)} is not the id of an API key: those are AKID and 8 to 64 letters and digits. Copy the SecretId of one of the account's keys.`,
      `${shown(secretId)} 不是云 API 密钥的 SecretId（应为 AKID 加 8 到 64 位字母或数字），请使用账号密钥的 SecretId。`,
    ),
  'AuthFailure.MFAFailure': () => both('Multi-factor authentication failed. Repeat it.', 'MFA 校验失败，请重新验证。'),
  'AuthFailure.SecretIdNotFound': (secretId: string) =>
    both(
      `The SecretId ${shown(secretId)} does not exist here, or its key is disabled. The administrator can list, make and enable keys.`,
      `SecretId ${shown(secretId)} 不存在，或密钥已被禁用。请由管理员查询、创建或启用密钥。`,
    ),
  'AuthFailure.SignatureExpire': (sent: number, now: number, most: number) =>
    both(
      `The timestamp ${sent} is ${Math.abs(now - sent)} seconds away from the server's time ${now}; at most ${most} are allowed. Set your clock and sign again.`,
      `时间戳 ${sent} 与服务器时间 ${now} 相差 ${Math.abs(now - sent)} 秒，最多允许 ${most} 秒。请校准时钟后重新签名。`,
    ),
  'AuthFailure.SignatureFailure': (hint: Text) =>
    both(
      `The provided credentials could not be validated. Please check your signature is correct. ${hint.en}`,
      `签名错误：签名计算不正确，请检查签名方法与 SecretKey。${hint.zh}`,
    ),
  'AuthFailure.TokenFailure': () =>
    both(
      'A session token was sent with a permanent key. Leave out X-TC-Token (Token in signature version 1), or use the temporary key it belongs to.',
      '永久密钥不应携带临时令牌。请去掉 X-TC-Token（V1 签名为 Token），或使用该令牌对应的临时密钥。',
    ),
  'AuthFailure.UnauthorizedOperation': (what: string) =>
    both(`The policies of this account do not allow ${what}.`, `当前账号的 CAM 策略不允许 ${what}。`),
  DryRunOperation: () => both('The request would have succeeded, but DryRun was set.', '请求可以成功，但设置了 DryRun。'),
  FailedOperation: () => both('The operation failed. Nothing was changed.', '操作失败，未作任何变更。'),
  InternalError: (requestId: string, doubt: Text = none) =>
    both(
      `An internal error occurred; nothing is known to be wrong with the request. Its cause is in the server's log under ${requestId}.${doubt.en}`,
      `内部错误，请求本身未发现问题。原因见服务器日志，请求编号 ${requestId}。${doubt.zh}`,
    ),
  InvalidAction: (action: string, wayOut: Text) =>
    both(`There is no action ${shown(action)} in this version here. ${wayOut.en}`, `此处该版本没有接口 ${shown(action)}。${wayOut.zh}`),
  InvalidParameter: (problem: Text) => problem,
  InvalidParameterValue: (problem: Text) => problem,
  InvalidRequest: () =>
    both(
      'No action here takes multipart/form-data. Send the parameters as application/json.',
      '此处的接口均不支持 multipart/form-data，请以 application/json 发送参数。',
    ),
  IpInBlacklist: (ip: string, secretId: string) =>
    both(
      `The key ${secretId} may not be used from ${ip}: its deny list names this address.`,
      `密钥 ${secretId} 禁止从 ${ip} 使用：该地址在黑名单中。`,
    ),
  IpNotInWhitelist: (ip: string, secretId: string) =>
    both(
      `The key ${secretId} may not be used from ${ip}: its allow list lacks this address.`,
      `密钥 ${secretId} 不可从 ${ip} 使用：该地址不在白名单中。`,
    ),
  LimitExceeded: () => both('A quota is exhausted.', '超过配额限制。'),
  MissingParameter: (name: string) =>
    both(`The request is missing a required parameter \`${name}\`. Add it.`, `请求缺少必填参数 \`${name}\`，请补充。`),
  NoSuchProduct: (product: string, known: string) =>
    both(`There is no product ${shown(product)} here; known: ${known}.`, `此处没有产品 ${shown(product)}，可用产品：${known}。`),
  NoSuchVersion: (version: string, known: string) =>
    both(`There is no version ${shown(version)}; known: ${known}.`, `没有版本 ${shown(version)}，可用版本：${known}。`),
  RequestLimitExceeded: (action: string, perSecond: number) =>
    both(
      `${action} was called more than ${perSecond} times within a second. Wait a second and call again.`,
      `接口 ${action} 的调用超过每秒 ${perSecond} 次，请一秒后重试。`,
    ),
  'RequestLimitExceeded.GlobalRegionUinLimitExceeded': () =>
    both('The root account exceeds its rate over all regions.', '主账号超过所有地域的频率限制。'),
  'RequestLimitExceeded.IPLimitExceeded': () => both('This address exceeds its rate.', '该 IP 超过频率限制。'),
  'RequestLimitExceeded.UinLimitExceeded': () => both('The root account exceeds its rate.', '主账号超过频率限制。'),
  RequestSizeLimitExceeded: (what: Text, most: string) =>
    both(`${what.en} is larger than ${most}. Send less in one request.`, `${what.zh}超过 ${most}，请减小单次请求。`),
  ResponseSizeLimitExceeded: () => both('The answer would be too large. Ask for less at once.', '响应过大，请减小单次查询范围。'),
  ResourceInUse: () => both('The resource is in use.', '资源被占用。'),
  ResourceInsufficient: () => both('There are not enough resources.', '资源不足。'),
  ResourceNotFound: () => both('The resource does not exist.', '资源不存在。'),
  ResourceUnavailable: () => both('The resource is not available.', '资源不可用。'),
  ServiceUnavailable: () => both('The service is not available at the moment. Call again later.', '服务暂不可用，请稍后重试。'),
  UnauthorizedOperation: (what: string) => both(`This account may not do ${what}.`, `当前账号无权执行 ${what}。`),
  UnknownParameter: (name: string, known: string) =>
    both(
      `The parameter \`${named(name)}\` is not recognized. Known here: ${known}.`,
      `参数 \`${named(name)}\` 无法识别。此处可用参数：${known}。`,
    ),
  UnsupportedOperation: () => both('The operation is not supported.', '不支持该操作。'),
  UnsupportedProtocol: (method: string) =>
    both(`The method ${shown(method)} is not supported. Use POST or GET.`, `不支持 ${shown(method)} 请求，请使用 POST 或 GET。`),
  UnsupportedRegion: (region: string) => both(`The region ${shown(region)} is not supported.`, `不支持地域 ${shown(region)}。`),
}

export type CommonCode = keyof typeof wordings

/** What the message of a code must be told. */
export type TellsOf<Code extends CommonCode> = Parameters<(typeof wordings)[Code]>

/** Builds the error for one of the common codes; what it must be told follows from the code. */
export function commonError<Code extends CommonCode>(code: Code, ...told: TellsOf<Code>): TencentError {
  return new TencentError(code, wordingOf(code)(...told))
}

/** The words of a code; `commonError` and the documents see to it that they are told what they need. */
export function wordingOf(code: CommonCode): (...told: readonly unknown[]) => Text {
  return wordings[code] as (...told: readonly unknown[]) => Text
}

/** Whether any action may answer this code without listing it. */
export function isCommonCode(code: string): code is CommonCode {
  return Object.hasOwn(wordings, code)
}

export const commonCodes = Object.keys(wordings) as readonly CommonCode[]

function both(en: string, zh: string): Text {
  return { en, zh }
}
