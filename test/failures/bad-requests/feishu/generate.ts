import { authEndpoints } from '../../../../src/dialects/feishu/auth.ts'
import { contactV3 } from '../../../../src/dialects/feishu/contact-v3.ts'
import type { Seeded } from '../../../kit/seeded.ts'
import { chunked, cutShort, garbage, largeFill, pipelined, type Sent, whole } from '../raw-http.ts'
import { strangeText } from '../strange-values.ts'
import type { Bad } from '../wire.ts'
import { bodyOf } from './bodies.ts'
import { credentialsFor } from './credentials.ts'
import { type Fitting, fittingMembers, type Shape } from './fitting.ts'
import { type AnyEndpoint, type Asked, judge } from './judge.ts'
import type { Scene } from './scene.ts'
import { Raw, spoilMember } from './spoiling.ts'

interface Whole {
  readonly sent: Sent
  readonly asked: Asked
}

const nothingKnown: Asked = { endpoint: undefined, mustRefuse: false, harmless: false }

/** One bad request of this wire, or one that is nearly good. */
export function generate(random: Seeded, scene: Scene): Bad {
  const { sent, asked } = random.chance(0.94) ? toEndpoint(random, scene, anyEndpoint(random)) : rare(random, scene)
  return { ...sent, judge: (answer) => judge(answer, asked, scene.things) }
}

const anyEndpoint = (random: Seeded): AnyEndpoint => random.pick<AnyEndpoint>(random.chance(0.88) ? contactV3 : authEndpoints)
const reads = contactV3.filter(({ kind, http }) => kind === 'read' && http.method === 'GET')

/** What has little to do with an endpoint. Nothing of it may change anything, but a body in chunks. */
function rare(random: Seeded, scene: Scene): Whole {
  const one = () => toEndpoint(random, scene, anyEndpoint(random)).sent
  const sent = random.pick([
    () => garbage(random),
    () => cutShort(random, one()),
    () => chunked(random, '/open-apis/contact/v3/group', `127.0.0.1:${scene.port}`, ['name', 'type']),
    // Reads only: what becomes of the last of several is not always told.
    () =>
      pipelined([
        ...Array.from({ length: random.between(2, 4) }, () => toEndpoint(random, scene, random.pick(reads)).sent),
        garbage(random),
      ]),
    () => large(random, scene),
  ])()
  return { sent, asked: nothingKnown }
}

function large(random: Seeded, scene: Scene): Sent {
  const { method, headers, target } = targetOf(random, scene, random.pick(contactV3.filter(({ parts }) => parts.body)))
  const fill = largeFill(random)
  const body = random.chance(0.5) ? Buffer.concat([Buffer.from('{"name":"'), fill, Buffer.from('"}')]) : fill
  return whole('large', method, target, { ...headers, authorization: `Bearer ${scene.tokens.tenant}` }, body)
}

interface Target {
  readonly method: string
  readonly target: string
  readonly headers: Record<string, string>
  /** Whether the request reaches the endpoint without doubt. */
  readonly sure: boolean
  readonly context: Fitting
}

function kindsOf(random: Seeded): Fitting['kinds'] {
  return {
    people: random.pick(['open_id', 'open_id', 'union_id', 'user_id'] as const),
    departments: random.pick(['open_department_id', 'open_department_id', 'department_id'] as const),
  }
}

function targetOf(random: Seeded, scene: Scene, endpoint: AnyEndpoint): Target {
  const context: Fitting = { random, things: scene.things, kinds: kindsOf(random) }
  const { path, query } = 'parts' in endpoint ? endpoint.parts : { path: { properties: {} }, query: { properties: {} } }
  const within = fittingMembers(path as Shape, context)
  if (random.chance(0.06)) spoilMember(path as Shape, within, context)
  const oddPath = random.chance(0.03)
  const filled = filledRoute(random, endpoint.routePath, within)
  const text = queryOf(query as Shape, context)
  const oddMethod = random.chance(0.04)
  const method = oddMethod ? random.pick(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS', 'QUERY']) : endpoint.http.method
  return {
    method,
    target: `${oddPath ? elsewhere(random, filled) : filled}${text === '' ? '' : `?${text}`}`,
    headers: { host: `127.0.0.1:${scene.port}` },
    sure: !oddPath && !oddMethod && Object.values(within).every((value) => typeof value === 'string' && /^\w[\w-]{3,99}$/.test(value)),
    context,
  }
}

const textOf = (value: unknown) => (value instanceof Raw ? value.json : typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const encoded = (value: unknown) => encodeURIComponent(textOf(value).toWellFormed())

function filledRoute(random: Seeded, route: string, values: Record<string, unknown>): string {
  return route.replace(/:(\w+)/g, (_, name: string) => {
    if (random.chance(0.97) || values[name] === undefined) return encoded(values[name]).slice(0, 3000)
    values[name] = ''
    return random.pick(['%00', '%ff', '%', '..', '%2e%2e', '%2f', '', '%E4%BD', ':group_id', '*', '%25zz', 'batch'])
  })
}

/** Paths beside the good one. */
function elsewhere(random: Seeded, path: string): string {
  return random.pick([
    `${path}/`,
    `/${path}`,
    `${path}/more`,
    path.toUpperCase(),
    path.replace('/v3', '/v4'),
    path.replace('contact', 'contact%2f'),
    path.slice(0, random.between(1, path.length)),
    `${path}/${'a/'.repeat(500)}`,
    path.replace('/open-apis', '/open-apis/..'),
    `http://x${path}`,
    `${path}%`,
    `${path};a=b`,
  ])
}

/** The query as declared, with the ids' kinds named, sometimes spoiled: in a value, or in how it is written. */
function queryOf(shape: Shape, context: Fitting): string {
  const { random, kinds, things } = context
  const values = fittingMembers(shape, context)
  if (shape.properties?.user_id_type) values.user_id_type = kinds.people
  if (shape.properties?.department_id_type) values.department_id_type = kinds.departments
  if (random.chance(0.12)) spoilMember(shape, values, context)
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (each) => `${name}${Array.isArray(value) && random.chance(0.1) ? '[]' : ''}=${encoded(each)}`,
    ),
  )
  if (random.chance(0.06) && pairs[0])
    pairs.push(random.pick(pairs).replace(/=.*/, `=${encoded(strangeText(random, { texts: things.all }))}`))
  if (random.chance(0.06))
    pairs.push(
      random.pick([
        '%',
        '%zz=1',
        '=',
        '&&',
        'a',
        'a=%00',
        'page_size=%ff%fe',
        '+=+',
        '__proto__=1',
        'user_id_type',
        'nobody[]=1',
        '%75ser_id_type=x',
      ]),
    )
  return pairs.join('&').slice(0, random.chance(0.98) ? 30_000 : 80_000)
}

/** A request to an endpoint, good but for nothing, one or a few things. */
function toEndpoint(random: Seeded, scene: Scene, endpoint: AnyEndpoint): Whole {
  const { method, target, headers, sure, context } = targetOf(random, scene, endpoint)
  const body = bodyOf(endpoint, scene, context)
  const credentials = credentialsFor(random, scene, endpoint)
  const dryRun = random.chance(0.06)
  const all = {
    ...headers,
    ...(credentials.authorization !== undefined && { authorization: credentials.authorization }),
    ...(body.type !== undefined && { 'content-type': body.type }),
    ...oddHeaders(random),
    ...(dryRun && { 'x-rollcall-dry-run': 'true' }),
  }
  const asked = {
    endpoint: sure ? endpoint : undefined,
    mustRefuse: credentials.bad || (sure && body.bad),
    harmless: dryRun && 'parts' in endpoint,
  }
  return { sent: whole(`${endpoint.name}${body.kind}${credentials.bad ? ' token' : ''}`, method, target, all, body.bytes), asked }
}

function oddHeaders(random: Seeded): Record<string, string> {
  return {
    ...(random.chance(0.02) && { expect: random.pick(['100-continue', 'x']) }),
    ...(random.chance(0.02) && { 'x-long': 'x'.repeat(random.pick([8000, 60_000, 70_000])) }),
    ...(random.chance(0.02) && { accept: 'text/html', 'accept-encoding': 'x', 'content-encoding': 'gzip' }),
    ...(random.chance(0.02) && { 'x-forwarded-for': '10.0.0.1', 'x-http-method-override': 'DELETE' }),
    ...(random.chance(0.02) && { 'x-rollcall-dry-run': random.pick(['', 'yes', 'false', 'TRUE']) }),
  }
}
