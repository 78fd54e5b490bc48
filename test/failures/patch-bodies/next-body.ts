import { isDeepStrictEqual } from 'node:util'
import type { Seeded } from '../../kit/seeded.ts'
import { validGroupBody } from './generator/group-bodies.ts'
import { mutate, mutateText } from './generator/mutations.ts'
import { perilousOperation } from './generator/perilous-operations.ts'
import { validUserBody } from './generator/user-bodies.ts'
import { Twice, written } from './generator/written.ts'
import type { Asked } from './judge.ts'
import { type Expected, groupMeaning, meaningOf, type Target, userMeaning } from './model/expected.ts'
import { docOf } from './model/user-rows.ts'
import type { Scene } from './scene.ts'
import type { Stored, StoredUser } from './storage-state.ts'

/** A body for some user or group of the scene: half of them in a documented shape, the others with something wrong. */
export function nextBody(random: Seeded, scene: Scene, before: Stored): Asked {
  const kind = random.chance(0.5) ? 'users' : 'groups'
  const target: Target = { kind, id: random.pick(scene[kind]) }
  const { body, expected } = validBody(random, scene, before, target)
  if (random.chance(0.5)) return { target, valid: true, text: written(body), expected }
  const pool = { texts: [...scene.users, ...scene.others] }
  const times = random.pick([1, 1, 1, 2, 3])
  const inText = random.chance(0.12)
  const perilous = !inText && random.chance(0.3)
  if (perilous) operationsIn(body).push(perilousOperation(random, kind === 'groups' ? 'members' : 'emails', pool.texts))
  for (let time = inText || perilous ? 1 : 0; time < times; time++) mutate(random, body, pool)
  const text = inText ? mutateText(random, written(body)) : written(body)
  return { target, valid: false, text, expected: saysTwice(body) ? twice : readBack(text, before, target) }
}

const twice: Expected = { verdict: 'meaningless', why: 'one thing twice' }

/** The generator's intent and the reading of what it wrote must agree: else the model is wrong. */
function validBody(random: Seeded, scene: Scene, before: Stored, { kind, id }: Target): { body: object; expected: Expected } {
  const user = kind === 'users' ? validUserBody(random, id, docOf(before.users[id] as StoredUser)) : undefined
  const group = user ? undefined : validGroupBody(random, id, scene)
  const body = (user ?? group)?.body as object
  const expected = user ? userMeaning(user.steps, before, id) : groupMeaning(group?.steps ?? [], before, id)
  const read = readBack(written(body), before, { kind, id })
  if (read.verdict !== expected.verdict || (read.verdict === 'means' && !isDeepStrictEqual(read, expected))) {
    throw new Error(`the model contradicts itself: ${JSON.stringify(expected)}, but ${JSON.stringify(read)} of ${written(body)}`)
  }
  // What is done to the body is not to reach what it was made of.
  return { body: structuredClone(body), expected }
}

function readBack(text: string, before: Stored, target: Target): Expected {
  try {
    return meaningOf(JSON.parse(text), before, target)
  } catch (error) {
    if (error instanceof SyntaxError) return { verdict: 'meaningless', why: 'no JSON' }
    throw error
  }
}

function operationsIn(body: object): unknown[] {
  return Object.values(body).find((member) => Array.isArray(member) && typeof member[0] === 'object') as unknown[]
}

function saysTwice(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return value instanceof Twice || Object.values(value).some(saysTwice)
}
