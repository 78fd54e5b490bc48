import type { KeyObject } from 'node:crypto'
import type { Answer, Request, Route } from '../../contract/exchange.ts'
import { rehearsalFor } from '../../contract/rehearsals.ts'
import { doubtAfter } from '../../directory/doubt.ts'
import { factOf, Refused } from '../../directory/refusals.ts'
import { newRehearsal, type Rehearsal } from '../../directory/rehearsal.ts'
import type { Action } from './action.ts'
import { checkAddress } from './address-rules.ts'
import { type About, refusal, success } from './answers.ts'
import { paceKeeper } from './call.ts'
import { commonError, isCommonCode } from './common-errors.ts'
import type { KeyRecord, TencentDeps } from './endpoint-deps.ts'
import { readInput } from './input.ts'
import { registryOf } from './registry.ts'
import { type Asked, familyOf, headerLanguage, type Language, readCommonParameters } from './requests/common-parameters.ts'
import { checkMethod, checkSize, isBrowser, mostBytes, toDocuments } from './requests/request-form.ts'
import { failAsSet } from './set-fault.ts'
import type { HmacSha256 } from './signing/hmac-sha256.ts'
import { checkTc3 } from './signing/signature-tc3.ts'
import { checkV1 } from './signing/signature-v1.ts'
import { SigningKeys } from './signing/signing-keys.ts'
import { checkTimestamp, utcDate } from './signing/time-window.ts'
import { TencentError } from './tencent-error.ts'

/** Where one request stands: what its answer must say, whichever step ends it. */
interface Progress {
  readonly requestId: string
  language: Language
  action?: Action
  rehearsal?: Rehearsal
}

/** Tencent Cloud API 3.0 on `/`, whatever host and product a client takes it for. */
export function tencentRoute(deps: TencentDeps): Route {
  const registry = registryOf(deps.actions, deps.closestName)
  const tc3Keys = new SigningKeys<HmacSha256>()
  const v1Keys = new SigningKeys<KeyObject>()
  const keepPace = paceKeeper(deps.limiter)

  /** The life of a request, in the order in which its refusals come. */
  async function perform(request: Request, progress: Progress): Promise<Answer> {
    const now = deps.ports.clock.now()
    checkMethod(request)
    const family = familyOf(request)
    checkSize(request, family)
    const asked = readCommonParameters(request, family)
    progress.language = asked.language
    const prefix = family === 'tc3' ? 'X-TC-' : ''
    const action = registry.find(wanted(request, asked, prefix))
    progress.action = action
    progress.rehearsal = rehearsalFor(request, action, newRehearsal, unclearDryRun)
    const claim = asked.claim
    if (claim instanceof TencentError) throw claim
    const { secretId } = claim
    const found = deps.findKey(secretId)
    const key = usable(found instanceof Promise ? await found : found, secretId)
    const moment = checkTimestamp(asked.timestamp, `${prefix}Timestamp`, now)
    if (asked.token) throw commonError('AuthFailure.TokenFailure')
    if (claim.family === 'tc3') checkTc3(request, claim, asked.timestamp as string, utcDate(moment), key.secretKey, tc3Keys)
    else checkV1(endpointOf(request), asked.parameters as ReadonlyMap<string, string>, claim, key.secretKey, v1Keys)
    checkAddress(key, request.ip, secretId)
    const account = key.caller.account.uin
    const taken = deps.limiter.take(`call:${account}:${action.service}:${action.version}:${action.name}`, action.rate)
    if (!(taken instanceof Promise ? await taken : taken)) throw commonError('RequestLimitExceeded', action.name, action.rate)
    const { requestId, language, rehearsal } = progress
    failAsSet(deps.faults, action, rehearsal !== undefined)
    const input = readInput(request, asked, action)
    const origin = { actor: `key:${secretId}`, account, dialect: 'tencent', operation: action.name, requestId, at: now }
    const output = await action.handle(
      { caller: key.caller, session: deps.openSession(origin, rehearsal), language, time: deps.time, keepPace },
      input,
    )
    return success({ operation: action.key, requestId }, output)
  }

  async function answer(request: Request): Promise<Answer> {
    const progress: Progress = { requestId: deps.ports.ids.uuid(), language: headerLanguage(request) }
    if (isBrowser(request)) return toDocuments(progress.requestId)
    const given = await perform(request, progress).catch((thrown) => refuse(deps, progress, thrown))
    return progress.rehearsal ? deps.rehearsals.told(given, progress.rehearsal.events) : given
  }

  return { method: '*', path: '/', bodyLimit: mostBytes, handle: answer }
}

function wanted(request: Request, asked: Asked, prefix: string) {
  const { claim } = asked
  const label = !(claim instanceof TencentError) && claim.family === 'tc3' ? claim.service : undefined
  return { action: asked.action, version: asked.version, label, host: request.headers.host ?? '', prefix }
}

function endpointOf(request: Request) {
  return { method: request.method, path: request.path, host: request.headers.host ?? '' }
}

/** A SecretId that nobody could have is told apart from one that is gone. */
function usable(key: KeyRecord | undefined, secretId: string): KeyRecord {
  if (key?.enabled) return key
  if (!key && !/^AKID[A-Za-z0-9*]{8,64}$/.test(secretId)) throw commonError('AuthFailure.InvalidSecretId', secretId)
  throw commonError('AuthFailure.SecretIdNotFound', secretId)
}

function unclearDryRun(): TencentError {
  return commonError('InvalidParameter', {
    en: 'The header `X-Rollcall-Dry-Run` must be `true` or `false`. Nothing was changed.',
    zh: '请求头 `X-Rollcall-Dry-Run` 应为 `true` 或 `false`，未作任何变更。',
  })
}

function refuse(deps: TencentDeps, { requestId, language, action }: Progress, thrown: unknown): Answer {
  const about: About = { operation: action?.key ?? 'tencent:-', requestId, fact: factOf(thrown) }
  const error = worded(deps, action, thrown)
  if (!(error instanceof TencentError))
    return refusal(about, commonError('InternalError', requestId, doubtAfter(thrown)), language, error.fault)
  if (!isCommonCode(error.code) && !action?.codes.has(error.code)) deps.undocumented(about.operation, error.code)
  return refusal(about, error, language)
}

/** The wording of what was thrown, or a fault of ours: what nobody meant to throw, or what kept a fact from being worded. */
function worded(deps: TencentDeps, action: Action | undefined, thrown: unknown): TencentError | { readonly fault: unknown } {
  if (thrown instanceof TencentError) return thrown
  if (!(thrown instanceof Refused) || !action) return { fault: thrown }
  try {
    return deps.wordRefusal(thrown.refusal, action)
  } catch (fault) {
    return { fault }
  }
}
