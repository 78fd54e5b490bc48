import type { Seeded } from '../../../kit/seeded.ts'
import { validGroupBody } from '../../patch-bodies/generator/group-bodies.ts'
import { anyCase, someText } from '../../patch-bodies/generator/spelling.ts'
import { validUserBody } from '../../patch-bodies/generator/user-bodies.ts'
import { groupUrn } from '../../patch-bodies/model/group-steps.ts'
import { coreAttributes, coreUrn, type Described, extensionAttributes, extensionUrn } from '../../patch-bodies/model/user-attributes.ts'
import type { Scene } from './scene.ts'

/** Bodies that are good, as far as one can tell without looking at what is there. */

function valueFor(random: Seeded, name: string, { form, parts, kinds }: Described): unknown {
  if (form === 'truth') return random.pick([true, false, 'True'])
  if (form === 'text' || form === 'kept') return someText(random)
  const object = () =>
    Object.fromEntries(
      Object.entries(parts)
        .filter(([part]) => part !== 'primary' && (part === 'value' || random.chance(0.4)))
        .map(([part]) => [part, part === 'type' && kinds.length > 0 ? random.pick(kinds) : `${name}${random.below(100_000)}@one.example`]),
    )
  return form === 'list' ? Array.from({ length: random.below(3) }, object) : object()
}

export function userBody(random: Seeded, { things }: Scene): Record<string, unknown> {
  const share = random.pick([0.05, 0.2, 0.6])
  const some = (attributes: typeof coreAttributes) =>
    Object.fromEntries(
      Object.entries(attributes)
        .filter(([name]) => name !== 'schemas' && random.chance(share))
        .map(([name, described]) => [anyCase(random, name), valueFor(random, name, described)]),
    )
  const { userName: _, ...core } = some(coreAttributes)
  return {
    schemas: [coreUrn],
    userName: random.chance(0.85) ? `n${random.below(1_000_000)}` : things.text(random),
    ...core,
    ...(random.chance(0.3) && { [extensionUrn]: some(extensionAttributes) }),
  }
}

export function groupBody(random: Seeded, scene: Scene): Record<string, unknown> {
  const { things, others } = scene
  const members = Array.from({ length: random.below(5) }, () => ({ value: things.id(random, 'User') }))
  if (random.chance(0.2)) members.push({ value: random.pick(others) })
  return {
    schemas: [groupUrn],
    displayName: random.chance(0.85) ? `g ${random.below(1_000_000)}` : things.text(random),
    ...(random.chance(0.3) && { externalId: someText(random) }),
    ...(random.chance(0.7) && { members }),
  }
}

export function patchBody(random: Seeded, { things, others }: Scene, kind: 'User' | 'Group', id: string): Record<string, unknown> {
  if (kind === 'User') return validUserBody(random, id, {}).body
  const users = Array.from({ length: 4 }, () => things.id(random, 'User'))
  return validGroupBody(random, id, { users: random.chance(0.9) ? users : [...users, random.pick(others)], others }).body
}
