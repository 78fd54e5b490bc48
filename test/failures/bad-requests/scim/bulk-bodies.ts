import type { Seeded } from '../../../kit/seeded.ts'
import { mutate } from '../../patch-bodies/generator/mutations.ts'
import { anyCase } from '../../patch-bodies/generator/spelling.ts'
import { groupBody, patchBody, userBody } from './resources.ts'
import type { Scene } from './scene.ts'

const urn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'

type Operation = Record<string, unknown>

/** A bulk request: good, with something wrong in some of its operations, or with references that lead nowhere or back. */
export function bulkBody(random: Seeded, scene: Scene): Record<string, unknown> {
  const Operations = random.pick([several, several, several, several, circular, many, doubled])(random, scene)
  return {
    schemas: [urn],
    ...(random.chance(0.2) && { failOnErrors: random.pick([1, 2, 0, -1, 1.5, '1', null, 1e9]) }),
    Operations,
  }
}

function several(random: Seeded, scene: Scene): Operation[] {
  return Array.from({ length: random.between(0, 5) }, (_, index) => one(random, scene, index))
}

function one(random: Seeded, scene: Scene, index: number): Operation {
  const kind = random.pick(['User', 'Group'] as const)
  const method = random.pick(['POST', 'POST', 'PUT', 'PATCH', 'PATCH', 'DELETE'])
  const id = random.chance(0.85)
    ? scene.things.id(random, kind)
    : random.chance(0.5)
      ? `bulkId:b${random.below(5)}`
      : random.pick(scene.others)
  const whole = kind === 'User' ? userBody(random, scene) : groupBody(random, scene)
  if (Array.isArray(whole.members) && random.chance(0.5)) whole.members.push({ value: `bulkId:b${random.below(5)}` })
  const data = method === 'PATCH' ? patchBody(random, scene, kind, id) : whole
  const operation: Operation = {
    method: random.chance(0.9) ? method : anyCase(random, method),
    path: `/${random.chance(0.95) ? `${kind}s` : random.pick(['users', 'Bulk', 'Me', '', '../Users', 'Users/x/y'])}${method === 'POST' ? '' : `/${id}`}`,
    ...(method === 'POST' && { bulkId: random.chance(0.95) ? `b${index}` : random.pick(['', 'b0', 'bulkId:b1', '__proto__', '"x"']) }),
    ...(method !== 'DELETE' && { data }),
    ...(random.chance(0.1) && { version: random.pick([scene.things.tag(random), 'x', '', '*']) }),
  }
  if (random.chance(0.2)) mutate(random, operation, { texts: scene.things.all })
  return operation
}

/** Groups whose members are each other: none can be made first. */
function circular(random: Seeded): Operation[] {
  const length = random.pick([1, 2, 3, 60])
  return Array.from({ length }, (_, index) => ({
    method: 'POST',
    path: '/Groups',
    bulkId: `c${index}`,
    data: { displayName: `c ${random.below(1_000_000)}`, members: [{ value: `bulkId:c${(index + 1) % length}` }] },
  }))
}

/** Around the most that is done at once. */
function many(random: Seeded): Operation[] {
  return Array.from({ length: random.pick([100, 1001, 3000]) }, () => ({ method: 'DELETE', path: '/Users/u-nobody' }))
}

function doubled(random: Seeded, scene: Scene): Operation[] {
  return Array.from({ length: 3 }, () => ({ method: 'POST', path: '/Users', bulkId: 'same', data: userBody(random, scene) }))
}
