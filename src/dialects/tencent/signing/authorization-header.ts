import type { Text } from '../../../contract/operation.ts'
import { commonError } from '../common-errors.ts'

/** What the header of a TC3 request claims: who signed, for which day and service, and over which headers. */
export interface Tc3Claim {
  readonly family: 'tc3'
  readonly secretId: string
  /** `YYYY-MM-DD`, as in the credential scope. */
  readonly date: string
  /** The service label of the scope: what the client took for the product, which may be a piece of an address. */
  readonly service: string
  /** Lower case, in the order that was sent. */
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

const signatureLength = 64
const hexadecimal = /^[0-9a-f]{64}$/

// Each piece stops at a character that it cannot contain, so matching takes one pass over any input.
const whole =
  /^TC3-HMAC-SHA256 Credential=([^/,\s]{1,128})\/(\d{4}-\d\d-\d\d)\/([^/,\s]{1,128})\/tc3_request,[ \t]*SignedHeaders=([^,\s]{1,4096}),[ \t]*Signature=([^,\s]{1,128})$/

const mostHeads = 4096

/** What stands before the signature is the same in all requests of a client and a day, so it is read once. */
const heads = new Map<string, Tc3Claim>()

/** Reads an Authorization header strictly; whatever differs from the documented form is `AuthFailure.InvalidAuthorization`. */
export function readAuthorization(header: string): Tc3Claim {
  const known = heads.get(header.slice(0, -signatureLength))
  if (known) {
    const signature = header.slice(-signatureLength)
    if (hexadecimal.test(signature)) return { ...known, signature }
  }
  const claim = readWhole(header)
  if (hexadecimal.test(claim.signature)) {
    if (heads.size >= mostHeads) heads.clear()
    heads.set(header.slice(0, -signatureLength), claim)
  }
  return claim
}

function readWhole(header: string): Tc3Claim {
  const found = whole.exec(header)
  if (!found) throw commonError('AuthFailure.InvalidAuthorization', problemOf(header))
  const [secretId, date, service, headers, signature] = found.slice(1) as [string, string, string, string, string]
  const signedHeaders = headers.toLowerCase().split(';')
  if (!signedHeaders.includes('content-type')) throw commonError('AuthFailure.InvalidAuthorization', unsigned('content-type'))
  if (!signedHeaders.includes('host')) throw commonError('AuthFailure.InvalidAuthorization', unsigned('host'))
  return { family: 'tc3', secretId, date, service, signedHeaders, signature }
}

export const authorizationAbsent = { en: 'it is absent', zh: '缺少该请求头' }

function unsigned(header: string): Text {
  return { en: `SignedHeaders must contain ${header}`, zh: `SignedHeaders 必须包含 ${header}` }
}

/** Names the first piece that is missing or malformed. */
function problemOf(header: string): Text {
  if (header.trim() === '') return authorizationAbsent
  if (!header.startsWith('TC3-HMAC-SHA256 ')) return { en: 'it does not begin with TC3-HMAC-SHA256', zh: '未以 TC3-HMAC-SHA256 开头' }
  const pieces = header.slice('TC3-HMAC-SHA256 '.length).split(',')
  for (const name of ['Credential', 'SignedHeaders', 'Signature']) {
    if (!pieces.some((piece) => piece.trim().startsWith(`${name}=`))) return { en: `${name} is missing`, zh: `缺少 ${name}` }
  }
  const credential = pieces[0]?.trim() ?? ''
  if (!/^Credential=[^/\s]+\/\d{4}-\d\d-\d\d\/[^/\s]+\/tc3_request$/.test(credential)) {
    return {
      en: 'Credential is not <SecretId>/<YYYY-MM-DD>/<service>/tc3_request',
      zh: 'Credential 不符合 <SecretId>/<YYYY-MM-DD>/<service>/tc3_request',
    }
  }
  return { en: 'its pieces are not in the documented form', zh: '各部分不符合规定格式' }
}
