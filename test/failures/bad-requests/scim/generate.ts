import { scimOperations } from '../../../../src/dialects/scim/operations.ts'
import type { ScimOperation } from '../../../../src/dialects/scim/scim-operation.ts'
import type { Seeded } from '../../../kit/seeded.ts'
import { chunked, cutShort, garbage, largeFill, pipelined, type Sent, whole } from '../raw-http.ts'
import { strangeText } from '../strange-values.ts'
import type { Bad } from '../wire.ts'
import { bodyOf } from './bodies.ts'
import { credentialsFor } from './credentials.ts'
import { type Asked, judge } from './judge.ts'
import { listMembers, queryText, shownMembers } from './queries.ts'
import type { Scene } from './scene.ts'

interface Whole {
  readonly sent: Sent
  readonly asked: Asked
}

const nothingKnown: Asked = { mustRefuse: false, harmless: false }
const reads = scimOperations.filter(({ http }) => http.method === 'GET')

/** One bad request of this wire, or one that is nearly good. */
export function generate(random: Seeded, scene: Scene): Bad {
  const { sent, asked } = random.chance(0.95) ? toOperation(random, scene, anyOperation(random)) : rare(random, scene)
  return { ...sent, judge: (answer) => judge(answer, asked, scene.things) }
}

/** The ones that discover are few words: less of them. */
function anyOperation(random: Seeded): ScimOperation {
  const operation = random.pick(scimOperations)
  return operation.area === 'discovery' ? random.pick(scimOperations) : operation
}

const host = ({ port }: Scene) => `127.0.0.1:${port}`

/** What has little to do with an operation. */
function rare(random: Seeded, scene: Scene): Whole {
  const one = () => toOperation(random, scene, anyOperation(random)).sent
  const sent = random.pick([
    () => garbage(random),
    () => cutShort(random, one()),
    () => chunked(random, '/scim/v2/Users', host(scene), ['schemas', 'userName']),
    // Reads only: what becomes of the last of several is not always told.
    () =>
      pipelined([
        ...Array.from({ length: random.between(2, 4) }, () => toOperation(random, scene, random.pick(reads)).sent),
        garbage(random),
      ]),
    () => large(random, scene),
    () => ofNobody(random, scene),
  ])()
  return { sent, asked: nothingKnown }
}

function large(random: Seeded, scene: Scene): Sent {
  const path = random.pick(['/scim/v2/Users', '/scim/v2/Groups', '/scim/v2/Bulk', '/scim/v2/.search', '/scim/v2/Me'])
  const fill = largeFill(random)
  const body = random.chance(0.5) ? Buffer.concat([Buffer.from('{"userName":"'), fill, Buffer.from('"}')]) : fill
  const headers = { host: host(scene), authorization: `Bearer ${scene.tokens.good}`, 'content-type': 'application/scim+json' }
  return whole('large', 'POST', path, headers, body)
}

/** `/Me` in every method. */
function ofNobody(random: Seeded, scene: Scene): Sent {
  const method = random.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'])
  const path = random.pick(['/scim/v2/Me', '/scim/v2/Me/x', '/scim/v2/Me?attributes=id'])
  return whole('me', method, path, { host: host(scene), authorization: `Bearer ${scene.tokens.good}` }, Buffer.alloc(0))
}

/** The id in the path: mostly one that there is. */
function idFor(random: Seeded, { things, others }: Scene, { name }: ScimOperation): string {
  if (name === 'GetSchema') return random.pick(['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:x', 'User'])
  if (name === 'GetResourceType') return random.pick(['User', 'Group', 'user', '__proto__'])
  if (random.chance(0.85)) return things.id(random, /Group/.test(name) ? 'Group' : 'User')
  return random.chance(0.6) ? random.pick(others) : strangeText(random, { texts: things.all }).slice(0, 3000)
}

interface Place {
  readonly method: string
  readonly target: string
  readonly id: string
  /** Whether the request reaches the operation without doubt. */
  readonly sure: boolean
}

function placeOf(random: Seeded, scene: Scene, operation: ScimOperation): Place {
  const id = idFor(random, scene, operation)
  const raw = random.chance(0.02) ? random.pick(['%00', '%ff', '%', '..', '%2e%2e', '%2f', '', '%E4%BD', ':id', '*', '%25zz']) : undefined
  const filled = operation.routePath.replace(':id', () => raw ?? encodeURIComponent(id.toWellFormed()))
  const path = random.chance(0.03) ? elsewhere(random, filled) : filled
  const members = { ...(/^List/.test(operation.name) && listMembers(random, scene)), ...shownMembers(random) }
  const query = queryText(random, members)
  const method = random.chance(0.04)
    ? random.pick(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS', 'QUERY'])
    : operation.http.method
  const plain = !operation.routePath.includes(':id') || (raw === undefined && /^[\w:.-]{3,99}$/.test(id) && !/^\.+$/.test(id))
  return {
    method,
    target: `${path}${query === '' ? '' : `?${query}`}`,
    id,
    sure: path === filled && method === operation.http.method && plain,
  }
}

/** Paths beside the good one. */
function elsewhere(random: Seeded, path: string): string {
  return random.pick([
    `${path}/`,
    `/${path}`,
    `${path}/more`,
    path.toUpperCase(),
    path.replace('/v2', '/v1'),
    path.replace('/v2', ''),
    path.slice(0, random.between(1, path.length)),
    `${path}/${'a/'.repeat(500)}`,
    path.replace('/scim', '/scim/..'),
    `http://x${path}`,
    `${path}%`,
    `${path};a=b`,
  ])
}

/** A request to an operation, good but for nothing, one or a few things. */
function toOperation(random: Seeded, scene: Scene, operation: ScimOperation): Whole {
  const { method, target, id, sure } = placeOf(random, scene, operation)
  const body = bodyOf(random, scene, operation, id)
  const credentials = credentialsFor(random, scene)
  const dryRun = random.chance(0.06)
  const headers = {
    host: host(scene),
    ...(credentials.authorization !== undefined && { authorization: credentials.authorization }),
    ...(body.type !== undefined && { 'content-type': body.type }),
    ...oddHeaders(random, scene, body.bytes.length),
    ...(dryRun && { 'x-rollcall-dry-run': 'true' }),
  }
  const asked = {
    operation: sure ? operation : undefined,
    mustRefuse: sure && ((credentials.bad && operation.open !== 'nobody') || (body.bad && operation.readsBody)),
    harmless: dryRun || (sure && operation.kind === 'read'),
  }
  return { sent: whole(`${operation.name}${body.kind}${credentials.bad ? ' token' : ''}`, method, target, headers, body.bytes), asked }
}

function oddHeaders(random: Seeded, { things }: Scene, length: number): Record<string, string> {
  const tags = () =>
    random.pick([things.tag(random), things.tag(random), '*', 'x', '"1"', 'W/"0"', '', `${'W/"1", '.repeat(500)}"2"`, '"', 'W/"1'])
  return {
    ...(random.chance(0.1) && { 'if-match': tags() }),
    ...(random.chance(0.08) && { 'if-none-match': tags() }),
    // Whoever is still writing much when an unknown Expect is refused may never read the answer.
    ...(random.chance(0.02) && { expect: length > 50_000 ? '100-continue' : random.pick(['100-continue', 'x']) }),
    ...(random.chance(0.02) && { 'x-long': 'x'.repeat(random.pick([8000, 60_000, 70_000])) }),
    ...(random.chance(0.02) && { accept: 'text/html', 'accept-encoding': 'x', 'content-encoding': 'gzip' }),
    ...(random.chance(0.02) && { 'x-forwarded-host': 'x y', 'x-forwarded-proto': 'gopher', 'x-http-method-override': 'DELETE' }),
    ...(random.chance(0.02) && { 'x-rollcall-dry-run': random.pick(['', 'yes', 'false', 'TRUE']) }),
  }
}
