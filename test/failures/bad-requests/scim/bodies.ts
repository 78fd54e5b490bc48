import type { ScimOperation } from '../../../../src/dialects/scim/scim-operation.ts'
import type { Seeded } from '../../../kit/seeded.ts'
import { mutate, mutateText } from '../../patch-bodies/generator/mutations.ts'
import { written } from '../../patch-bodies/generator/written.ts'
import { bytesOf, oddType } from '../raw-http.ts'
import { strangeJson } from '../strange-values.ts'
import { bulkBody } from './bulk-bodies.ts'
import { listMembers, shownMembers } from './queries.ts'
import { groupBody, patchBody, userBody } from './resources.ts'
import type { Scene } from './scene.ts'

/** A body as it is sent. */
export interface SentBody {
  readonly bytes: Buffer
  readonly type: string | undefined
  /** What is bad about it, for people. */
  readonly kind: string
  /** Where it is read, it must be refused. */
  readonly bad: boolean
}

/** What the operation takes, often with something wrong within; sometimes no JSON at all, or more than is read. */
export function bodyOf(random: Seeded, scene: Scene, operation: ScimOperation, id: string): SentBody {
  if (!operation.readsBody && random.chance(0.9)) return { bytes: Buffer.alloc(0), type: undefined, kind: '', bad: false }
  const body = goodBody(random, scene, operation, id)
  const times = random.pick([0, 0, 1, 1, 2])
  for (let time = 0; time < times; time++) mutate(random, body, { texts: [...scene.things.all, ...scene.others] })
  const type = random.chance(0.95) ? random.pick(['application/scim+json', 'application/json; charset=utf-8']) : oddType(random)
  if (random.chance(0.88)) return { bytes: bytesOf(random, written(body)), type, kind: times > 0 ? ' spoiled' : '', bad: false }
  return { ...brokenBody(random, scene, operation, written(body)), type }
}

function goodBody(random: Seeded, scene: Scene, { name, http: { method } }: ScimOperation, id: string): Record<string, unknown> {
  const kind = /Group/.test(name) ? 'Group' : 'User'
  if (name === 'Bulk') return bulkBody(random, scene)
  if (/^Search/.test(name)) return searchBody(random, scene)
  if (method === 'PATCH') return patchBody(random, scene, kind, id)
  return kind === 'User' ? userBody(random, scene) : groupBody(random, scene)
}

function searchBody(random: Seeded, scene: Scene): Record<string, unknown> {
  const { attributes, excludedAttributes } = shownMembers(random)
  const members: Record<string, unknown> = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
    ...listMembers(random, scene),
    ...(attributes !== undefined && { attributes: attributes.split(',') }),
    ...(excludedAttributes !== undefined && { excludedAttributes: excludedAttributes.split(',') }),
  }
  for (const name of ['count', 'startIndex']) if (name in members && random.chance(0.7)) members[name] = Number(members[name])
  return members
}

/** Bodies that are no object in JSON, are too large, too deep, or say a thing twice. */
function brokenBody(random: Seeded, { things }: Scene, { bodyLimit }: ScimOperation, json: string): Omit<SentBody, 'type'> {
  const body = (kind: string, text: string, bad: boolean) => ({ bytes: Buffer.from(text), kind: ` ${kind}`, bad })
  const beside = (member: string) => json.replace(/}$/, `,${member}}`).replace('{,', '{')
  return random.pick([
    () => body('text', mutateText(random, json), false),
    () => body('cut', json.slice(0, random.between(1, json.length - 1)), true),
    () => body('no-object', random.pick(['', '[]', '[{}]', 'null', '1', '"x"', 'true', `[${json}]`, JSON.stringify(json)]), true),
    () => body('other', strangeJson(random, { texts: things.all }, 3), false),
    () => body('twice', beside('"x":1,"x":2'), true),
    () => body('twice in another case', beside('"nobody":1,"NoBody":2'), true),
    () => body('deep', beside(`"deep":${'['.repeat(20_000)}${']'.repeat(20_000)}`), true),
    () => body('deeper than allowed', beside(`"deep":${'['.repeat(32)}${']'.repeat(32)}`), true),
    () => body('prototype', beside('"__proto__":{"userName":"x"},"constructor":1'), false),
    () => body('large', beside(`"x":"${'x'.repeat(bodyLimit)}"`), true),
    () => body('two', `${json}${json}`, true),
    () => body('comment', `${json} // done`, true),
    () => ({ bytes: Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.from([0xff, 0xfe, 0x7d])]), kind: ' no-utf8', bad: true }),
  ])()
}
