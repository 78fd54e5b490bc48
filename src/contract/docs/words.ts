import type { Counts } from '../derive/coverage.ts'
import type { Dialect, DocumentedError, Operation, Text } from '../operation.ts'
import { defaultAddress } from './server-address.ts'

/** What each reach of an error code means, for readers. */
export const reachWords: Readonly<Record<DocumentedError['reach'], string>> = {
  state: 'documented; some state or request brings it about',
  chosen: "not in the vendor's list; Rollcall's choice",
  fault: "documented; only a failing dependency brings it about, or the stand-in's switch that plays one",
  unreachable: 'documented; no request leads to it',
}

/** What is said of a code beside its reach: the vendor's own text, and why it was chosen or is unreachable. */
export function errorWords({ says, reason }: Pick<DocumentedError, 'says' | 'reason'>): string {
  const said = says?.replace(/^(\d{3})(?= |$)/, 'HTTP $1').replace(/^(HTTP \d{3}) /, '$1: ')
  if (said === undefined || reason === undefined) return said ?? reason ?? ''
  return `${said}${said.endsWith('.') ? '' : '.'} ${reason}`
}

/** How a reader gets from a code to the state that causes it. */
export function causeWords(dialect: Dialect): string {
  const told =
    'Messages are those that the tests met, with {braces} around what they name. A code without one comes from the form of a request, ' +
    'and its message names the parameter and what it takes.'
  if (dialect === 'admin') return `${told} In the source, the code is a fact: the rule in src/directory/ that refuses with it is the cause.`
  return `${told} The log has a refusal's fact beside its code: the rule in src/directory/ that refuses with this fact is the cause.`
}

/** What Rollcall is, for somebody who sees it for the first time. */
export const introduction = {
  en: 'Rollcall is one self-hosted directory of who belongs where. It speaks the wires of Tencent Cloud Organization, of Feishu Contact and of SCIM 2.0, so official SDKs and identity providers work against it unchanged: on a laptop, in CI, or in your own data centre. Removing people is among the most dangerous automation a company runs; here it can be rehearsed, and refusals come from the real state that causes them.',
  zh: 'Rollcall 是一个可自行部署的“谁属于哪里”目录。它使用腾讯云集团账号管理、飞书通讯录与 SCIM 2.0 的接口协议，官方 SDK 与身份提供商无需修改即可使用：在笔记本上、在 CI 中、或在自己的机房里。移除人员是企业里最危险的自动化之一，在这里可以预演，每个拒绝都由真实状态产生。',
}

/** What an SDK needs to be told. */
export const sdkSnippet = `import { organization } from 'tencentcloud-sdk-nodejs'

const client = new organization.v20210331.Client({
  credential: { secretId: process.env.ROLLCALL_SECRET_ID, secretKey: process.env.ROLLCALL_SECRET_KEY },
  profile: { httpProfile: { protocol: 'http://', endpoint: '${defaultAddress}' } },
})
console.log(await client.DescribeIdentityCenter({}))`

/** What a caller needs one of; nothing where the right token is enough. */
export function permissionsOf({ permission }: Operation): string[] {
  return permission.split('|').filter((one) => one !== '')
}

/** How a write is tried without effect; undefined for what has none, and what cannot be rehearsed. */
export function rehearsalWords({ dialect, kind, rehearsed }: Operation): Text | undefined {
  if (kind === 'read' || rehearsed === false) return undefined
  const behind = dialect === 'tencent' ? '--dry-run' : "-H 'X-Rollcall-Dry-Run: true'"
  return {
    en: `Add \`${behind}\` to rehearse it: it is answered as it would be, and nothing is changed.`,
    zh: `加上 \`${behind}\` 即为预演：照常应答，但不作任何变更。`,
  }
}

export function rateWords({ rate, windows }: Operation): string {
  if (windows) return `${windows.map(({ calls, seconds }) => `${calls} calls in ${seconds} s`).join(' and ')} for one app in one company`
  return rate === undefined ? 'not limited' : `${rate} calls a second for one root account`
}

/** `POST / with X-TC-Action: AddUserToGroup`, or the method and path. */
export function callWords({ dialect, name, http }: Operation): string {
  return dialect === 'tencent' ? `${http.method} ${http.path} with X-TC-Action: ${name}` : `${http.method} ${http.path}`
}

export function pairWords({ produced, reachable, unreachable, faults }: Counts): string {
  return `${produced} of ${reachable} reachable codes produced by tests; ${faults} of the reachable are faults, ${unreachable} more are unreachable`
}
