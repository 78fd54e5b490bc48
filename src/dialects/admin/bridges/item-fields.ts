import { type Static, Type } from 'typebox'
import { type Item, itemKinds } from '../../../directory/bridges/planning/plan.ts'
import { facts } from '../fields.ts'
import { itemText } from './item-words.ts'

const source = Type.Object({
  kind: Type.Enum(['person', 'department', 'group']),
  id: Type.String({ description: 'Its id in the company that is for ever; it is the externalId of its user or group' }),
  name: Type.String(),
})

const orNull = <Shown>(shown: Shown | undefined): Shown | null => shown ?? null

export const item = Type.Object({
  kind: Type.Enum([...itemKinds]),
  state: Type.Enum(['ready', 'failed', 'held'], {
    description:
      '`ready`: it is done, or would be. `failed`: it cannot be done as things stand. `held`: it may not be done without being told',
  }),
  source: Type.Union([source, Type.Null()], {
    description: 'Of what in the company it comes; null for a member who stands for nobody there',
  }),
  target: Type.Union([Type.String(), Type.Null()], { description: 'Id of the user, or of the group; null as long as there is none' }),
  group: Type.Union(
    [
      Type.Object({
        kind: Type.Enum(['department', 'group']),
        id: Type.String(),
        name: Type.String(),
        target: Type.Union([Type.String(), Type.Null()]),
      }),
      Type.Null(),
    ],
    { description: 'The group that is joined or left: what it stands for, and its id in the zone' },
  ),
  before: facts('What differs, as it is'),
  after: facts('What differs, as it is to be'),
  problem: Type.Union([Type.Object({ code: Type.String(), detail: Type.String(), detail_zh: Type.String() }), Type.Null()], {
    description: 'Why it is not done',
  }),
})

export function showItem({ kind, state, source: from, target, group, before, after, refusal }: Item): Static<typeof item> {
  return {
    ...{ kind, state, target },
    source: from && { kind: from.kind, id: from.id, name: from.name },
    group: group ? { kind: group.kind, id: group.id, name: group.name, target: group.target } : null,
    before: orNull(before && { ...before }),
    after: orNull(after && { ...after }),
    problem: refusal ? { code: refusal.fact, ...itemText(refusal) } : null,
  }
}

export const counts = Type.Partial(Type.Object(Object.fromEntries(itemKinds.map((kind) => [kind, Type.Integer()]))), {
  description: 'By kind; kinds of which there are none are left out',
})
