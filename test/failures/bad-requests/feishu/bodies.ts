import { bytesOf, oddType } from '../raw-http.ts'
import { strangeJson, strangeText } from '../strange-values.ts'
import { type Fitting, fitting, fittingMembers, type Shape } from './fitting.ts'
import type { AnyEndpoint } from './judge.ts'
import type { Scene } from './scene.ts'
import { jsonOf, spoilMember } from './spoiling.ts'

/** A body as it is sent. */
export interface SentBody {
  readonly bytes: Buffer
  readonly type: string | undefined
  /** What is bad about it, for people. */
  readonly kind: string
  /** Where it is read, it must be refused. */
  readonly bad: boolean
}

const none: SentBody = { bytes: Buffer.alloc(0), type: undefined, kind: '', bad: false }
const mostBytes = 1024 * 1024

/** What the endpoint takes, mostly with something wrong within; sometimes no JSON at all, or more than is read. */
export function bodyOf(endpoint: AnyEndpoint, scene: Scene, context: Fitting): SentBody {
  const { random } = context
  const contact = 'parts' in endpoint
  const shape = (contact ? endpoint.parts.body : endpoint.body) as Shape | undefined
  const read = shape !== undefined && endpoint.http.method !== 'GET'
  if (!read && random.chance(0.9)) return none
  const members = fittingMembers(shape ?? {}, context)
  if (!contact) credentialsInto(members, shape ?? {}, scene, context)
  // Without a number or an address nobody comes in, and most would be refused for that.
  if (shape?.properties?.mobile && random.chance(0.6)) members.mobile = fitting(shape.properties.mobile, 'mobile', context)
  const times = random.pick([0, 0, 0, 1, 1, 2])
  for (let time = 0; time < times; time++) spoilMember(shape ?? {}, members, context)
  if (random.chance(0.08)) members[strangeText(random, { texts: ['nobody_knows'] })] = strangeText(random, { texts: scene.things.all })
  const type = random.chance(0.95) ? 'application/json; charset=utf-8' : oddType(random)
  if (!contact && random.chance(0.2)) return formOf(members)
  if (random.chance(0.88)) return { bytes: bytesOf(random, jsonOf(members)), type, kind: times > 0 ? ' spoiled' : '', bad: false }
  const broken = brokenBody(jsonOf(members), context)
  return { ...broken, type, bad: broken.bad && read && contact }
}

/** Bodies that are no object in JSON, are too large, or say a thing twice. */
function brokenBody(json: string, { random, things }: Fitting): Pick<SentBody, 'bytes' | 'kind' | 'bad'> {
  const body = (kind: string, text: string, bad: boolean) => ({ bytes: Buffer.from(text), kind: ` ${kind}`, bad })
  const familiar = { texts: things.all }
  return random.pick([
    () => body('cut', json.slice(0, random.between(1, json.length - 1)), true),
    () => body('no-object', random.pick(['[]', '[{}]', '1', '"x"', 'true', `[${json}]`, JSON.stringify(json)]), true),
    () => body('null', 'null', false),
    () => body('other', strangeJson(random, familiar, 3), false),
    () => body('twice', twice(json, strangeJson(random, familiar, 1)), false),
    () => body('deep', json.replace(/}$/, `,"deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`).replace('{,', '{'), false),
    () =>
      body('prototype', json.replace(/}$/, ',"__proto__":{"name":"x","department_ids":["0"]},"constructor":1}').replace('{,', '{'), false),
    () => body('large', `{"x":"${'x'.repeat(random.pick([mostBytes, mostBytes + 1, 2 * mostBytes]))}"}`, true),
    () => body('two', `${json}${json}`, true),
    () => body('comment', `${json} // done`, true),
    () => ({ bytes: Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.from([0xff, 0xfe, 0x7d])]), kind: ' no-utf8', bad: true }),
  ])()
}

/** The first member again, with another value. */
function twice(json: string, value: string): string {
  const name = /^\{("(?:[^"\\]|\\.)*"):/.exec(json)?.[1]
  return name === undefined ? json : `${json.slice(0, -1)},${name}:${value}}`
}

/** What proves an app, mostly in order. */
function credentialsInto(
  members: Record<string, unknown>,
  { properties = {} }: Shape,
  { apps, tokens }: Scene,
  { random, things }: Fitting,
) {
  const { id, secret } = (random.chance(0.8) ? apps[0] : random.pick(apps)) as Scene['apps'][number]
  const known: Record<string, unknown> = {
    ...{ app_id: id, app_secret: secret, client_id: id, client_secret: secret },
    grant_type: random.pick(['authorization_code', 'refresh_token', 'client_credentials']),
    app_access_token: tokens.tenant,
    code: things.known(random, 'code'),
    refresh_token: things.known(random, 'refresh_token'),
    redirect_uri: undefined,
  }
  for (const name of Object.keys(properties)) if (name in known && random.chance(0.9)) members[name] = known[name]
}

function formOf(members: Record<string, unknown>): SentBody {
  const pairs = Object.entries(members).map(([name, value]) => [name, String(value)] as [string, string])
  return { bytes: Buffer.from(new URLSearchParams(pairs).toString()), type: 'application/x-www-form-urlencoded', kind: ' form', bad: false }
}
