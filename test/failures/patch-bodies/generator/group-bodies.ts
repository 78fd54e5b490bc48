import type { Seeded } from '../../../kit/seeded.ts'
import { type GroupStep, groupUrn } from '../model/group-steps.ts'
import { anyCase, anyWrap, bodyOf, operationOf, someText } from './spelling.ts'

/** Whom bodies may name. */
export interface Names {
  /** Users that may be members. */
  readonly users: readonly string[]
  /** Ids that are none of those: unknown, by hand, of other zones, of groups. */
  readonly others: readonly string[]
}

export interface ValidBody<Step> {
  readonly body: Record<string, unknown>
  /** What it means. */
  readonly steps: readonly Step[]
}

/** A PATCH of a group in a documented shape. `id` is its own. */
export function validGroupBody(random: Seeded, id: string, names: Names): ValidBody<GroupStep> {
  const steps = Array.from({ length: random.pick([1, 1, 1, 2, 3, 5]) }, () => someStep(random, names))
  return {
    body: bodyOf(
      random,
      steps.map((step) => written(random, step, id)),
    ),
    steps,
  }
}

function someUsers(random: Seeded, users: readonly string[], least: number): string[] {
  return Array.from({ length: random.between(least, random.pick([1, 1, 3, 6])) }, () => random.pick(users))
}

function someStep(random: Seeded, { users, others }: Names): GroupStep {
  const share = random.next()
  if (share < 0.35) return { kind: 'add', users: someUsers(random, users, random.chance(0.05) ? 0 : 1) }
  // Who was never there is not there afterwards.
  if (share < 0.65) return { kind: 'remove', users: someUsers(random, random.chance(0.9) ? users : others, 1) }
  if (share < 0.77) return { kind: 'replace', users: someUsers(random, users, 0) }
  if (share < 0.8) return { kind: 'removeAll' }
  if (share < 0.92) return { kind: 'name', value: `g${random.below(1_000_000_000)} ${someText(random)}` }
  if (random.chance(0.3)) return { kind: 'removeExternalId', named: random.pick(['x', someText(random)]) }
  return { kind: 'externalId', value: random.chance(0.5) ? 'x' : random.chance(0.2) ? '' : someText(random) }
}

function written(random: Seeded, step: GroupStep, id: string): object {
  if (step.kind === 'removeAll') return operationOf(random, 'remove', { path: pathOf(random, 'members') })
  if ('named' in step) return operationOf(random, 'remove', { path: pathOf(random, 'externalId'), value: anyWrap(random, step.named) })
  if (!('value' in step)) return writtenUsers(random, step, id)
  if (step.kind === 'externalId' && step.value === '' && random.chance(0.5)) {
    return operationOf(random, 'remove', { path: pathOf(random, 'externalId') })
  }
  const name = step.kind === 'name' ? 'displayName' : 'externalId'
  const value = step.value === '' && random.chance(0.3) ? null : step.value
  return writtenAt(random, random.pick(['add', 'replace']), name, anyWrap(random, value), id)
}

function writtenUsers(random: Seeded, { kind, users }: Extract<GroupStep, { users: unknown }>, id: string): object {
  if (kind === 'remove' && random.chance(0.4)) return byFilter(random, users)
  const value = writtenMembers(random, users)
  if (kind === 'remove') return operationOf(random, 'remove', { path: pathOf(random, 'members'), value })
  return writtenAt(random, kind, 'members', value, id)
}

function pathOf(random: Seeded, name: string): string {
  return `${random.chance(0.15) ? `${anyCase(random, groupUrn)}:` : ''}${anyCase(random, name)}`
}

function writtenAt(random: Seeded, op: string, name: string, value: unknown, id: string): object {
  if (random.chance(0.6)) return operationOf(random, op, { path: pathOf(random, name), value })
  const noise = {
    ...(random.chance(0.2) && { id }),
    ...(random.chance(0.2) && { schemas: [groupUrn] }),
    ...(random.chance(0.1) && { 'urn:example:params:Group': { colour: 'red', members: [] } }),
  }
  const said = random.chance(0.15) ? { [anyCase(random, groupUrn)]: { [anyCase(random, name)]: value } } : { [pathOf(random, name)]: value }
  return operationOf(random, op, { ...(random.chance(0.1) && { path: null }), value: { ...noise, ...said } })
}

function byFilter(random: Seeded, users: readonly string[]): object {
  const conditions = users.map((user) => `${anyCase(random, 'value')} ${anyCase(random, 'eq')} "${user}"`)
  const path = `${pathOf(random, 'members')}[${conditions.join(` ${anyCase(random, 'or')} `)}]`
  return operationOf(random, 'remove', { path, ...(random.chance(0.15) && { value: null }) })
}

function writtenMembers(random: Seeded, users: readonly string[]): unknown {
  const [one, ...more] = users
  if (one !== undefined && more.length === 0 && random.chance(0.4)) return random.chance(0.5) ? { value: one } : one
  return users.map((value) => {
    if (random.chance(0.2)) return value
    return {
      [anyCase(random, 'value')]: value,
      ...(random.chance(0.2) && { type: random.pick(['User', 'user', null]) }),
      ...(random.chance(0.2) && { display: someText(random) }),
      ...(random.chance(0.2) && { $ref: `https://one.example/Users/${value}` }),
    }
  })
}
