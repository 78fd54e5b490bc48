import type { Request } from '../../../contract/exchange.ts'
import { commonError } from '../common-errors.ts'
import { authorizationAbsent, readAuthorization, type Tc3Claim } from '../signing/authorization-header.ts'
import type { V1Claim } from '../signing/signature-v1.ts'
import { TencentError } from '../tencent-error.ts'
import { readForm, readQuery } from './form-parameters.ts'

export type Language = 'zh-CN' | 'en-US'

/** The common parameters of a request, wherever its signature family keeps them. */
export interface Asked {
  readonly action: string | undefined
  readonly version: string | undefined
  readonly timestamp: string | undefined
  readonly token: string | undefined
  readonly language: Language
  /** The parameters of a query or a form; absent when they are in a JSON body. */
  readonly parameters: ReadonlyMap<string, string> | undefined
  /** Who signed, or what is wrong with how it says so. */
  readonly claim: Tc3Claim | V1Claim | TencentError
}

const names = 'Action Version Timestamp Region Nonce SecretId Signature SignatureMethod Token Language RequestClient'.split(' ')
const common = new Set(names)

/** Whether a name may stand beside an action's own parameters. */
export function isCommonParameter(name: string): boolean {
  return common.has(name)
}

/** Signature version 1 keeps everything in a query or a form; everything else is TC3. */
export function familyOf(request: Request): 'tc3' | 'v1' {
  const { headers } = request
  if (headers.authorization !== undefined || headers['x-tc-action'] !== undefined) return 'tc3'
  if (request.method === 'GET') return 'v1'
  const type = mediaType(request)
  return type === '' || type === 'application/x-www-form-urlencoded' ? 'v1' : 'tc3'
}

/** The language that the headers ask for: that of answers to requests that could not be read further. */
export function headerLanguage(request: Request): Language {
  return languageOf(request.headers['x-tc-language'])
}

export function readCommonParameters(request: Request, family: 'tc3' | 'v1'): Asked {
  return family === 'tc3' ? fromHeaders(request) : fromParameters(request)
}

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function mediaType(request: Request): string {
  const sent = request.headers['content-type'] ?? ''
  if (sent === 'application/json') return sent
  const end = sent.indexOf(';')
  return (end === -1 ? sent : sent.slice(0, end)).trim().toLowerCase()
}

function fromHeaders(request: Request): Asked {
  const { headers } = request
  return {
    action: headers['x-tc-action'],
    version: headers['x-tc-version'],
    timestamp: headers['x-tc-timestamp'],
    token: headers['x-tc-token'],
    language: languageOf(headers['x-tc-language']),
    parameters: request.method === 'GET' ? readQuery(request.query) : undefined,
    claim: claimOfHeader(headers.authorization),
  }
}

function claimOfHeader(authorization: string | undefined): Tc3Claim | TencentError {
  if (authorization === undefined) return commonError('AuthFailure.InvalidAuthorization', authorizationAbsent)
  try {
    return readAuthorization(authorization)
  } catch (error) {
    if (error instanceof TencentError) return error
    throw error
  }
}

function fromParameters(request: Request): Asked {
  const parameters = request.method === 'GET' ? readQuery(request.query) : readForm(request.body)
  return {
    action: parameters.get('Action'),
    version: parameters.get('Version'),
    timestamp: parameters.get('Timestamp'),
    token: parameters.get('Token'),
    language: languageOf(parameters.get('Language')),
    parameters,
    claim: claimOfParameters(parameters),
  }
}

function claimOfParameters(parameters: ReadonlyMap<string, string>): V1Claim | TencentError {
  const secretId = parameters.get('SecretId')
  const signature = parameters.get('Signature')
  const nonce = parameters.get('Nonce')
  if (!signature) return commonError('MissingParameter', 'Signature')
  if (!secretId) return commonError('MissingParameter', 'SecretId')
  if (!nonce) return commonError('MissingParameter', 'Nonce')
  // The documents want a positive number; official clients draw from 0 on, so one call in many has it.
  if (!/^(0|[1-9]\d{0,19})$/.test(nonce)) {
    return commonError('InvalidParameter', { en: '`Nonce` must be a whole number, 0 or above.', zh: '`Nonce` 必须是非负整数。' })
  }
  return { family: 'v1', secretId, signature, method: parameters.get('SignatureMethod') }
}

function languageOf(sent: string | undefined): Language {
  return sent === 'zh-CN' ? 'zh-CN' : 'en-US'
}
