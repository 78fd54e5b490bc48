import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupPatch } from '../../../../src/dialects/scim/patch/group-patch.ts'
import { parsePatch } from '../../../../src/dialects/scim/patch/parse-patch.ts'
import { patchOf } from '../../../kit/scim.ts'

const everybody = ['a', 'b', 'c', 'd', 'e']
const someone = fc.constantFrom(...everybody)

/** One thing that a client may want, in each way of writing it, and what it makes of a set. */
interface Step {
  readonly operations: readonly object[]
  apply(members: ReadonlySet<string>): ReadonlySet<string>
}

const written = (users: readonly string[]) => [
  users.map((value) => ({ value })),
  users,
  ...(users.length === 1 ? [{ value: users[0] }, users[0]] : []),
]

function adding(users: readonly string[]): Step {
  const operations = written(users).flatMap((value) => [
    { op: 'add', path: 'members', value },
    { op: 'Add', value: { members: value } },
    { op: 'ADD', path: 'urn:ietf:params:scim:schemas:core:2.0:Group:members', value },
  ])
  return { operations, apply: (members) => new Set([...members, ...users]) }
}

function removing(users: readonly string[]): Step {
  const filter = users.map((user) => `value eq "${user}"`).join(' or ')
  const operations = [
    ...written(users).map((value) => ({ op: 'remove', path: 'members', value })),
    { op: 'Remove', path: `members[${filter}]` },
    { op: 'remove', path: `Members[${filter}]`, value: null },
  ]
  return { operations, apply: (members) => new Set([...members].filter((each) => !users.includes(each))) }
}

function replacing(users: readonly string[]): Step {
  const operations = written(users).flatMap((value) => [
    { op: 'replace', path: 'members', value },
    { op: 'Replace', value: { MEMBERS: value } },
  ])
  return { operations, apply: () => new Set(users) }
}

const removingAll: Step = { operations: [{ op: 'remove', path: 'members' }], apply: () => new Set() }

const users = fc.uniqueArray(someone, { maxLength: 4 })
const named = fc.uniqueArray(someone, { minLength: 1, maxLength: 4 })
const step = fc
  .oneof(users.map(adding), named.map(removing), users.map(replacing), fc.constant(removingAll))
  .chain((each) => fc.constantFrom(...each.operations).map((operation) => ({ operation, apply: each.apply })))

test('what the operations want together is what they do one after the other, whoever is in the group', () => {
  fc.assert(
    fc.property(fc.uniqueArray(someone), fc.array(step, { minLength: 1, maxLength: 12 }), (before, steps) => {
      const { members = { add: [], remove: [] } } = groupPatch('g-1', parsePatch(patchOf(...steps.map(({ operation }) => operation))))
      const after =
        'whole' in members ? new Set(members.whole) : new Set([...before.filter((each) => !members.remove.includes(each)), ...members.add])
      const wanted = steps.reduce<ReadonlySet<string>>((each, { apply }) => apply(each), new Set(before))
      expect([...after].sort()).toEqual([...wanted].sort())
      if (!('whole' in members)) expect(members.add.filter((each) => members.remove.includes(each))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('the whole list is spoken of only where everybody is meant', () => {
  const without = fc.oneof(users.map(adding), named.map(removing)).chain(({ operations }) => fc.constantFrom(...operations))
  fc.assert(
    fc.property(fc.array(without, { minLength: 1, maxLength: 8 }), (operations) => {
      expect(groupPatch('g-1', parsePatch(patchOf(...operations))).members ?? {}).not.toHaveProperty('whole')
    }),
  )
})

test('name and externalId are those that were said last', () => {
  const operations = [
    { op: 'replace', path: 'displayName', value: 'First' },
    { op: 'replace', value: { id: 'g-1', displayName: 'Second', externalId: 'x' } },
    { op: 'Add', path: 'externalId', value: { value: 'y' } },
  ]
  expect(groupPatch('g-1', parsePatch(patchOf(...operations)))).toEqual({ name: 'Second', externalId: 'y' })
  expect(groupPatch('g-1', parsePatch(patchOf({ op: 'remove', path: 'externalId' })))).toEqual({ externalId: '' })
  const named = (...values: string[]) => values.map((value) => ({ op: 'remove', path: 'externalId', value }))
  const set = { op: 'replace', path: 'externalId', value: 'x' }
  expect(groupPatch('g-1', parsePatch(patchOf(set, ...named('y'))))).toEqual({ externalId: 'x' })
  expect(groupPatch('g-1', parsePatch(patchOf(set, ...named('y', 'x'))))).toEqual({ externalId: '' })
  const { externalId: after } = groupPatch('g-1', parsePatch(patchOf(...named('y', 'z'))))
  expect(['x', 'y', 'z', 'Y'].map((now) => (typeof after === 'function' ? after(now) : after))).toEqual(['x', '', '', 'Y'])
})
