import { organization20210331 } from '../../../../src/dialects/tencent/organization-2021-03-31.ts'
import type { Seeded } from '../../../kit/seeded.ts'
import { bytesOf, carried, chunked, cutShort, garbage, largeFill, oddType, pipelined, type Sent, whole } from '../raw-http.ts'
import { strangeJson, strangeNumber, strangeObject, strangeText } from '../strange-values.ts'
import type { Known } from './known.ts'
import { signedTc3, signedV1, spoiled } from './signing.ts'

const fields = new Map<string, readonly string[]>(organization20210331.map(({ name, input }) => [name, Object.keys(input.properties)]))
const actions = [...fields.keys()]
const oddActions = ['', 'Nothing', '__proto__', 'constructor', 'hasOwnProperty', 'adduserToGroup', 'A'.repeat(3000), 'a b', 'é']

/** One bad request, or one that is nearly good; the same for the same seed. */
export function generate(random: Seeded, known: Known): Sent {
  const share = random.next()
  if (share < 0.5) return tc3(random, known)
  if (share < 0.72) return v1(random, known)
  if (share < 0.84) return admin(random, known)
  return random.pick([
    () => garbage(random),
    () => cutShort(random, random.pick([tc3, v1, admin])(random, known)),
    () => chunked(random, '/', host(random, known), ['ZoneId']),
    () => pipelined(Array.from({ length: random.between(2, 5) }, () => random.pick([tc3, v1, garbage])(random, known))),
    () => elsewhere(random, known),
    () => large(random, known),
  ])()
}

function host(random: Seeded, known: Known): string {
  return random.chance(0.9)
    ? `127.0.0.1:${known.port}`
    : random.pick(['organization.localhost', 'cam.x.y', '', ':', '[::1]:1', 'a'.repeat(300), 'organization.tencentcloudapi.com:0'])
}

function tc3(random: Seeded, known: Known): Sent {
  const action = random.chance(0.9) ? random.pick(actions) : random.pick(oddActions)
  const method = random.chance(0.85) ? 'POST' : random.pick(['GET', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS'])
  const text = random.chance(0.85) ? strangeObject(random, known, fields.get(action) ?? ['ZoneId']) : strangeJson(random, known)
  const body = method === 'GET' ? Buffer.alloc(0) : bytesOf(random, text)
  const query = method === 'GET' ? strangeQuery(random, known, fields.get(action) ?? []) : random.chance(0.03) ? 'Action=x&y' : ''
  const headers: Record<string, string> = {
    host: host(random, known),
    'content-type': random.chance(0.9) ? (method === 'GET' ? 'application/x-www-form-urlencoded' : 'application/json') : oddType(random),
    'x-tc-action': action,
    'x-tc-version': random.chance(0.93) ? '2021-03-31' : random.pick(['', '2018-12-25', 'x', '__proto__', '2021-03-31 ']),
    ...(random.chance(0.1) && { 'x-tc-timestamp': carried(random.pick([strangeNumber(random), '0', String(Date.now()), 'now'])) }),
    ...(random.chance(0.1) && { 'x-tc-language': random.pick(['en-US', 'zh-CN', 'fr', '\u00ff']) }),
    ...(random.chance(0.05) && { 'x-tc-content-sha256': random.pick(['UNSIGNED-PAYLOAD', 'x', '']) }),
    ...(random.chance(0.03) && { 'x-tc-token': 'token' }),
    ...(random.chance(0.03) && { accept: 'text/html' }),
    ...(random.chance(0.02) && { expect: random.pick(['100-continue', 'x']) }),
    ...(random.chance(0.02) && { 'x-long': 'x'.repeat(random.pick([8000, 60_000, 70_000])) }),
  }
  const signed = signedTc3(
    { method, query, headers, body },
    known,
    random.chance(0.97) ? 'organization' : random.pick(['cam', '', 'x'.repeat(99)]),
  )
  const broken = random.chance(0.15)
  if (broken) signed.authorization = spoiled(random, signed.authorization ?? '')
  return whole(broken ? 'tc3-broken' : 'tc3-signed', method, query === '' ? '/' : `/?${query}`, signed, body)
}

function strangeQuery(random: Seeded, known: Known, names: readonly string[]): string {
  const pairs = names.map((name) => {
    const indexed = random.chance(0.1) ? `${name}.${random.pick(['0', '1', '-1', '99999999', '01', 'x', '0.0.0.0.0'])}` : name
    return `${encodeURIComponent(indexed)}=${encodeURIComponent(parameterOf(random, known, name).toWellFormed())}`
  })
  if (random.chance(0.1))
    pairs.push(random.pick(['%', '%zz=1', '=', '&&', 'a', 'a=%00', 'a=%ff%fe', '+=+', 'x=1&x=2', '__proto__=1', '__proto__.x=1']))
  return pairs.join('&')
}

function parameterOf(random: Seeded, known: Known, name: string): string {
  const { zone, group, user } = known.demo
  const fits = { ZoneId: zone, GroupId: group, UserId: user }[name]
  if (fits !== undefined && random.chance(0.8)) return fits
  return random.chance(0.3) ? strangeNumber(random) : strangeText(random, known)
}

function v1(random: Seeded, known: Known): Sent {
  const action = random.chance(0.93) ? random.pick(actions) : random.pick(oddActions)
  const method = random.chance(0.5) ? 'GET' : 'POST'
  const place = host(random, known)
  const parameters = new Map<string, string>([
    ['Action', action],
    ['Version', random.chance(0.95) ? '2021-03-31' : strangeText(random, known)],
    ['Timestamp', random.chance(0.92) ? String(Math.floor(Date.now() / 1000)) : strangeNumber(random)],
    ['Nonce', random.chance(0.9) ? '11886' : strangeText(random, known)],
    ['SecretId', random.chance(0.95) ? known.key.secretId : strangeText(random, known)],
  ])
  if (random.chance(0.4)) parameters.set('SignatureMethod', random.pick(['HmacSHA256', 'HmacSHA1', 'x']))
  if (random.chance(0.1)) parameters.set('Token', strangeText(random, known))
  for (const name of fields.get(action) ?? []) {
    const indexed = random.chance(0.1) ? `${name}.${random.pick(['0', '1', '-1', '1000', '99999999', '0.x'])}` : name
    if (random.chance(0.9)) parameters.set(indexed, parameterOf(random, known, name))
  }
  let text = signedV1(method, place, parameters, known)
  const broken = random.chance(0.2)
  if (broken)
    text = random.pick([
      text.slice(0, random.below(text.length)),
      `${text}&${text}`,
      text.replace(/Signature=.*/, 'Signature=x'),
      `${text}&%`,
      text.replaceAll('=', ''),
    ])
  const headers = { host: place, ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }) }
  const kind = broken ? 'v1-broken' : 'v1-signed'
  return method === 'GET'
    ? whole(kind, method, `/?${text}`, headers, Buffer.alloc(0))
    : whole(kind, method, '/', headers, Buffer.from(text))
}

const adminPaths = [
  '/accounts',
  '/accounts/{}',
  '/accounts/{}/keys',
  '/accounts/{}/keys/{}',
  '/organizations/{}',
  '/organizations/{}/members/{}',
  '/zones/{}/principals/{}/access-rules',
  '/zones/{}/principals/{}/access-rules/{}/{}',
  '/events?{}={}',
  '/{}',
]
const adminFields = ['name', 'verification', 'entity', 'kind', 'createdIn', 'quotas', 'status', 'ipAllow']

function admin(random: Seeded, known: Known): Sent {
  const part = () => {
    const text = random.pick([
      known.demo.zone,
      known.demo.user,
      known.key.secretId,
      '1',
      'role_assignment',
      strangeNumber(random),
      strangeText(random, known),
    ])
    return random.chance(0.9) ? encodeURIComponent(text.toWellFormed()) : random.pick(['%00', '%ff', '%', '..', '%2e%2e', '%2f'])
  }
  const path = random.pick(adminPaths).replaceAll('{}', () => part().slice(0, 3000))
  const method = random.pick(['GET', 'POST', 'PATCH', 'PUT', 'DELETE'])
  const body = method === 'GET' ? Buffer.alloc(0) : bytesOf(random, strangeObject(random, known, adminFields))
  const authorization = random.chance(0.9)
    ? `Bearer ${known.adminToken}`
    : random.pick(['', 'Bearer', 'Bearer x', 'Basic eDp5', `Bearer ${'x'.repeat(9000)}`])
  const type = random.chance(0.9) ? 'application/json' : oddType(random)
  return whole('admin', method, `/admin/v1${path}`, { host: host(random, known), authorization, 'content-type': type }, body)
}

function elsewhere(random: Seeded, known: Known): Sent {
  const target = random.pick([
    '/metrics',
    '/healthz',
    '/readyz',
    '/docs/',
    '/nothing',
    '//',
    '/%00',
    '/%zz',
    '*',
    'http://x/y',
    '/admin/v1/../../x',
    '/?',
    '/#',
    `/${'a/'.repeat(2000)}`,
    '/scim/v2/Users',
    '/__proto__',
  ])
  const method = random.pick(['GET', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'CONNECT'])
  return whole('elsewhere', method, target, { host: host(random, known) }, Buffer.alloc(0))
}

function large(random: Seeded, known: Known): Sent {
  const fill = largeFill(random)
  const body = random.chance(0.5) ? Buffer.concat([Buffer.from('{"ZoneId":"'), fill, Buffer.from('"}')]) : fill
  const headers = {
    host: host(random, known),
    'content-type': random.pick(['application/json', 'application/x-www-form-urlencoded']),
    'x-tc-action': 'GetGroup',
    'x-tc-version': '2021-03-31',
  }
  return whole('large', 'POST', '/', signedTc3({ method: 'POST', query: '', headers, body }, known), body)
}
