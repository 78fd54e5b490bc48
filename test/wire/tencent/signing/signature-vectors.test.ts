import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readAuthorization } from '../../../../src/dialects/tencent/signing/authorization-header.ts'
import { canonicalRequest, checkTc3, payloadHash } from '../../../../src/dialects/tencent/signing/signature-tc3.ts'
import { checkV1, signedParameters } from '../../../../src/dialects/tencent/signing/signature-v1.ts'
import { deriveTc3Key, SigningKeys } from '../../../../src/dialects/tencent/signing/signing-keys.ts'
import { exampleKey, type Key, request, sha256, starredKey } from './independent-signer.ts'

const published = String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`

interface Vector {
  readonly name: string
  readonly key: Key
  readonly host: string
  readonly service: string
  readonly timestamp: string
  readonly date: string
  readonly type: string
  readonly signed: string
  readonly action?: string
  readonly query?: string
  readonly body?: string
  readonly canonical: string
  readonly signature: string
}

const cvm = {
  host: 'cvm.tencentcloudapi.com',
  service: 'cvm',
  timestamp: '1551113065',
  date: '2019-02-25',
  type: 'application/json; charset=utf-8',
}
const own = {
  host: 'organization.tencentcloudapi.com',
  service: 'organization',
  timestamp: '1700000000',
  date: '2023-11-14',
  signed: 'content-type;host',
}

const vectors: Vector[] = [
  {
    ...cvm,
    name: 'published: signature v3, content-type;host (API document 213/30654)',
    key: exampleKey,
    signed: 'content-type;host',
    body: published,
    canonical: '5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031',
    signature: '72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
  },
  {
    ...cvm,
    name: 'published: signature v3, content-type;host;x-tc-action (API document 213/30654)',
    key: starredKey,
    signed: 'content-type;host;x-tc-action',
    action: 'DescribeInstances',
    body: published,
    canonical: '7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84',
    signature: '10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  },
  {
    ...own,
    name: 'computed: organization, POST',
    key: starredKey,
    type: 'application/json',
    body: '{"Limit":10,"Offset":0}',
    canonical: 'bcbe9d6c7fb1c66d7f1575d469f270bde139518c860086f9c4651176a9083a8e',
    signature: '79d09b5782106283ac6a7bdcbb238156728a3c1f3b95e67ab2910a7e202468ef',
  },
  {
    ...own,
    name: 'computed: organization, GET',
    key: starredKey,
    type: 'application/x-www-form-urlencoded',
    query: 'Limit=10&Offset=0',
    canonical: '02b90b572c1747b6e72e64de5ac392fc9a779ab09cb43bd9a68f0f81ff31a0c6',
    signature: 'b7490ce88b035058b6da8ef5e89e8c3264d2bc2d3ce765db9761d11ed42d02cf',
  },
]

describe('TC3-HMAC-SHA256', () => {
  test.each(vectors)('$name', (vector) => {
    const headers = { host: vector.host, 'content-type': vector.type, ...(vector.action ? { 'x-tc-action': vector.action } : {}) }
    const sent = request({
      method: vector.query ? 'GET' : 'POST',
      query: vector.query ?? '',
      headers,
      body: Buffer.from(vector.body ?? ''),
    })
    const claim = readAuthorization(
      `TC3-HMAC-SHA256 Credential=${vector.key.secretId}/${vector.date}/${vector.service}/tc3_request, SignedHeaders=${vector.signed}, Signature=${vector.signature}`,
    )
    expect(sha256(canonicalRequest(sent, claim.signedHeaders, vector.host, payloadHash(sent)))).toBe(vector.canonical)
    checkTc3(sent, claim, vector.timestamp, vector.date, vector.key.secretKey, new SigningKeys())
    const other = { ...claim, signature: claim.signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) }
    expect(() => checkTc3(sent, other, vector.timestamp, vector.date, vector.key.secretKey, new SigningKeys())).toThrow(
      'AuthFailure.SignatureFailure',
    )
  })

  test('the payload of the first published vector', () => {
    expect(payloadHash(request({ body: Buffer.from(published) }))).toBe('35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064')
  })

  test('the key of the second published vector', () => {
    const key = deriveTc3Key(starredKey.secretKey, '2019-02-25', 'cvm')
    expect(key.toString('hex')).toBe('b596b923aad85185e2d1f6659d2a062e0a86731226e021e61bfe06f7ed05f5af')
  })
})

const v1Common = { Action: 'DescribeOrganizationNodes', Language: 'zh-CN', Limit: '10', Nonce: '11886', Offset: '0', Region: '' }
const v1Rest = { RequestClient: 'SDK_GO_1.3.166', SecretId: starredKey.secretId, Timestamp: '1700000000', Version: '2021-03-31' }
const v1Published = {
  ...{ Action: 'DescribeInstances', 'InstanceIds.0': 'ins-09dx96dg', Limit: '20', Nonce: '11886', Offset: '0', Region: 'ap-guangzhou' },
  ...{ SecretId: exampleKey.secretId, Timestamp: '1465185768', Version: '2017-03-12' },
}

const v1Vectors = [
  {
    name: 'published: HmacSHA1 (API authentication page)',
    method: 'GET',
    host: cvm.host,
    key: exampleKey,
    all: v1Published,
    signature: 'EliP9YW3pW28FpsEdkXt/+WcGeI=',
  },
  {
    name: 'computed: GET, HmacSHA1',
    method: 'GET',
    host: own.host,
    key: starredKey,
    all: { ...v1Common, ...v1Rest, SignatureMethod: 'HmacSHA1' },
    signature: 'a+FEvH6uXX2FE7wNebcdHwtSuXA=',
  },
  {
    name: 'computed: POST, HmacSHA1',
    method: 'POST',
    host: own.host,
    key: starredKey,
    all: { ...v1Common, ...v1Rest, SignatureMethod: 'HmacSHA1' },
    signature: 'NiM/16TDntYVlSefu7AprsgXS4k=',
  },
  {
    name: 'computed: POST, HmacSHA256',
    method: 'POST',
    host: own.host,
    key: starredKey,
    all: { ...v1Common, ...v1Rest, SignatureMethod: 'HmacSHA256' },
    signature: 'WDBNMXjCfHdbca0rA6NUXcQ1ZujoaQ3p987IIFLdGx0=',
  },
]

describe('signature version 1', () => {
  test.each(v1Vectors)('$name', ({ method, host, key, all, signature }) => {
    const parameters = new Map(Object.entries({ Signature: signature, ...all }))
    const claim = { family: 'v1' as const, secretId: key.secretId, signature, method: parameters.get('SignatureMethod') }
    const check = (sent: string) =>
      checkV1({ method, path: '/', host }, parameters, { ...claim, signature: sent }, key.secretKey, new SigningKeys())
    check(signature)
    expect(() => check(`A${signature.slice(1)}`)).toThrow('AuthFailure.SignatureFailure')
  })

  test('computed: the published string under SHA-256', () => {
    const text = `GETcvm.tencentcloudapi.com/?${signedParameters(new Map(Object.entries(v1Published)))}`
    const digest = createHmac('sha256', exampleKey.secretKey).update(text).digest('base64')
    expect(digest).toBe('bR/zQ3QqOmcEYeRv71IzG/NxfisUDgy9cqRMQC+UB5g=')
  })

  test('names are ordered as plain ASCII', () => {
    const parameters = new Map([
      ['Ids.2', 'c'],
      ['Ids.12', 'b'],
      ['Ids.1', 'a'],
      ['Signature', 'x'],
    ])
    expect(signedParameters(parameters)).toBe('Ids.1=a&Ids.12=b&Ids.2=c')
  })
})
