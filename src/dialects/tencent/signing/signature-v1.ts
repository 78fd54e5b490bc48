import { createHmac, type KeyObject } from 'node:crypto'
import { sameText } from '../../../directory/secrets/same-text.ts'
import { commonError } from '../common-errors.ts'
import { withoutPort } from './host.ts'
import { plainKey, type SigningKeys } from './signing-keys.ts'

/** What a request of signature version 1 claims, all of it in its parameters. */
export interface V1Claim {
  readonly family: 'v1'
  readonly secretId: string
  readonly signature: string
  /** Only the value `HmacSHA256` selects SHA-256. */
  readonly method: string | undefined
}

/** Passes, or throws `AuthFailure.SignatureFailure`. */
export function checkV1(
  request: { method: string; path: string; host: string },
  parameters: ReadonlyMap<string, string>,
  claim: V1Claim,
  secretKey: string,
  keys: SigningKeys<KeyObject>,
): void {
  const name = `${secretKey}/v1`
  const kept = keys.find(name)
  const key = kept ?? plainKey(secretKey)
  const algorithm = claim.method === 'HmacSHA256' ? 'sha256' : 'sha1'
  const rest = `${request.path}?${signedParameters(parameters)}`
  const signs = (host: string) =>
    sameText(
      createHmac(algorithm, key)
        .update(request.method + host + rest)
        .digest('base64'),
      claim.signature,
    )

  const bare = withoutPort(request.host)
  if (!signs(request.host) && !(bare !== undefined && signs(bare))) throw mismatch(request, parameters)
  if (!kept) keys.keep(name, key)
}

/** All parameters but the signature, by ASCII order of their names, with their plain values. */
export function signedParameters(parameters: ReadonlyMap<string, string>): string {
  return namesIn(parameters)
    .map((name) => `${name}=${parameters.get(name)}`)
    .join('&')
}

function namesIn(parameters: ReadonlyMap<string, string>): string[] {
  return [...parameters.keys()].filter((name) => name !== 'Signature').sort()
}

function mismatch(request: { method: string; path: string; host: string }, parameters: ReadonlyMap<string, string>) {
  // Names only: values may be secrets.
  const signed = `${request.method}${request.host}${request.path}?${namesIn(parameters)
    .map((name) => `${name}=…`)
    .join('&')}`
    .slice(0, 600)
    .toWellFormed()
  return commonError('AuthFailure.SignatureFailure', {
    en: `The text to sign, as it arrived here, is ${signed} with plain values, not URL-encoded.`,
    zh: `服务端的签名原文为 ${signed}，参数值为未经 URL 编码的原值。`,
  })
}
