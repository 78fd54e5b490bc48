import { describe, expect, test } from 'vitest'
import { readAuthorization } from '../../../../src/dialects/tencent/signing/authorization-header.ts'
import { practice } from '../practice-route.ts'
import { tc3 } from './independent-signer.ts'

const credential = 'Credential=AKIDexample/2023-11-14/organization/tc3_request'
const headers = 'SignedHeaders=content-type;host'
const signature = `Signature=${'0'.repeat(64)}`

test('a header in the documented form is taken apart', () => {
  expect(readAuthorization(`TC3-HMAC-SHA256 ${credential}, SignedHeaders=content-type;Host;x-tc-action, ${signature}`)).toEqual({
    family: 'tc3',
    secretId: 'AKIDexample',
    date: '2023-11-14',
    service: 'organization',
    signedHeaders: ['content-type', 'host', 'x-tc-action'],
    signature: '0'.repeat(64),
  })
})

describe('AuthFailure.InvalidAuthorization', () => {
  test.each([
    ['empty', '', 'it is absent'],
    ['what SDKs send for actions without a signature', 'SKIP', 'does not begin'],
    ['another scheme', 'Bearer abc', 'does not begin'],
    ['the scheme alone', 'TC3-HMAC-SHA256', 'does not begin'],
    ['another hash', `TC3-HMAC-SM3 ${credential}, ${headers}, ${signature}`, 'does not begin'],
    ['no credential', `TC3-HMAC-SHA256 ${headers}, ${signature}`, 'Credential is missing'],
    ['no signed headers', `TC3-HMAC-SHA256 ${credential}, ${signature}`, 'SignedHeaders is missing'],
    ['no signature', `TC3-HMAC-SHA256 ${credential}, ${headers}`, 'Signature is missing'],
    ['an empty signature', `TC3-HMAC-SHA256 ${credential}, ${headers}, Signature=`, 'documented form'],
    ['an empty SecretId', `TC3-HMAC-SHA256 Credential=/2023-11-14/organization/tc3_request, ${headers}, ${signature}`, 'Credential is not'],
    ['no date', `TC3-HMAC-SHA256 Credential=AKID/organization/tc3_request, ${headers}, ${signature}`, 'Credential is not'],
    [
      'a date of another form',
      `TC3-HMAC-SHA256 Credential=AKID/20231114/organization/tc3_request, ${headers}, ${signature}`,
      'Credential is not',
    ],
    ['no service', `TC3-HMAC-SHA256 Credential=AKID/2023-11-14//tc3_request, ${headers}, ${signature}`, 'Credential is not'],
    [
      'another terminator',
      `TC3-HMAC-SHA256 Credential=AKID/2023-11-14/organization/aws4_request, ${headers}, ${signature}`,
      'Credential is not',
    ],
    [
      'a piece too many',
      `TC3-HMAC-SHA256 Credential=AKID/x/2023-11-14/organization/tc3_request, ${headers}, ${signature}`,
      'Credential is not',
    ],
    ['something after the signature', `TC3-HMAC-SHA256 ${credential}, ${headers}, ${signature}, More=1`, 'documented form'],
    ['spaces for commas', `TC3-HMAC-SHA256 ${credential} ${headers} ${signature}`, 'is missing'],
    ['host not signed', `TC3-HMAC-SHA256 ${credential}, SignedHeaders=content-type, ${signature}`, 'must contain host'],
    ['content-type not signed', `TC3-HMAC-SHA256 ${credential}, SignedHeaders=host, ${signature}`, 'must contain content-type'],
    [
      'a very long SecretId',
      `TC3-HMAC-SHA256 Credential=${'A'.repeat(5000)}/2023-11-14/organization/tc3_request, ${headers}, ${signature}`,
      'documented form',
    ],
  ])('%s', async (_, authorization, problem) => {
    const sent = tc3('Practise', { Name: 'abc' }, { headers: { authorization } })
    const { code, message } = await practice().ask(sent)
    expect(code).toBe('AuthFailure.InvalidAuthorization')
    expect(message).toContain(problem)
  })

  test('no header at all', async () => {
    const { authorization: _, ...rest } = tc3('Practise', {}).headers
    expect((await practice().ask({ ...tc3('Practise', {}), headers: rest })).code).toBe('AuthFailure.InvalidAuthorization')
  })

  test('a hostile header is refused in one pass', () => {
    const hostile = `TC3-HMAC-SHA256 Credential=${'/2023-11-14'.repeat(100_000)}`
    const before = process.cpuUsage().user
    expect(() => readAuthorization(hostile)).toThrow('InvalidAuthorization')
    expect(process.cpuUsage(undefined).user - before).toBeLessThan(500_000)
  })
})

test('what was read before is no reason to read less strictly', () => {
  const head = `TC3-HMAC-SHA256 ${credential}, ${headers}, `
  // A signature of another length ends the part that headers have in common elsewhere.
  const short = 'Signature=0'
  readAuthorization(head + short)
  readAuthorization(head + signature)
  const common = `${head}${short}`.slice(0, -64)
  for (const header of [`${head}Signature=${'0'.repeat(62)} 0`, common + '0'.repeat(64)])
    expect(() => readAuthorization(header)).toThrow('The Authorization header cannot be used')
})
