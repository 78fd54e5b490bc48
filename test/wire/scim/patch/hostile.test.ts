import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preconditionOf } from '../../../../src/dialects/scim/entity-tag.ts'
import { groupPatch } from '../../../../src/dialects/scim/patch/group-patch.ts'
import { parsePatch } from '../../../../src/dialects/scim/patch/parse-patch.ts'
import { patchDocument } from '../../../../src/dialects/scim/patch/patch-document.ts'
import { placedOperations } from '../../../../src/dialects/scim/patch/placed-operations.ts'
import { userType } from '../../../../src/dialects/scim/schemas/resource-type.ts'
import { ScimError } from '../../../../src/dialects/scim/scim-error.ts'
import { syncedUser } from '../../../../src/dialects/scim/users/read-user-document.ts'
import { patchOf, urns } from '../../../kit/scim.ts'

const lin = {
  userName: 'lin',
  active: true,
  name: { givenName: 'Lin' },
  emails: [{ value: 'a@b.cn', type: 'work', primary: true }],
  [urns.enterprise]: { manager: { value: 'u-1' } },
}

const names = [
  'userName',
  'active',
  'name',
  'emails',
  'members',
  'displayName',
  'groups',
  'roles',
  'manager',
  '__proto__',
  'constructor',
  'toString',
]
const word = fc.oneof(fc.constantFrom(...names, 'value', 'type', 'primary', 'givenName', '$ref'), fc.string({ maxLength: 8 }))
const path = fc.oneof(
  word,
  fc.tuple(word, word).map((parts) => parts.join('.')),
  fc
    .tuple(word, word, fc.constantFrom('eq', 'co', 'ne', 'pr', 'gt'), fc.json({ maxDepth: 0 }))
    .map(([list, sub, is, to]) => `${list}[${sub} ${is} ${to}]`),
  fc.tuple(word, word).map(([list, sub]) => `${list}[type eq "work"].${sub}`),
  fc.tuple(fc.constantFrom(...Object.values(urns)), word).map((parts) => parts.join(':')),
  fc.anything({ maxDepth: 1 }),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, 'True', '', 'u-1', 7),
    fc.string({ maxLength: 6 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(word, tie('value'), { maxKeys: 3 }),
  ),
}))
const operation = fc.record({ op: fc.constantFrom('add', 'Replace', 'remove', 'move'), path, value }, { requiredKeys: ['op'] })
/** As it comes over the wire: JSON. */
const body = fc
  .array(operation, { minLength: 1, maxLength: 4 })
  .map((operations) => JSON.parse(JSON.stringify(patchOf(...operations))) as object)

/** What it comes to; a refusal is one of the wire's own. */
function outcome(work: () => unknown): unknown {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof ScimError) return thrown.code
    throw thrown
  }
}

test('whatever is sent, it is a user or a group to be, or a refusal of this wire, and no object learns a name', () => {
  const before = JSON.stringify(lin)
  fc.assert(
    fc.property(body, (sent) => {
      outcome(() => syncedUser(patchDocument(userType, lin, placedOperations(userType, 'u-lin', parsePatch(sent)))))
      outcome(() => groupPatch('g-1', parsePatch(sent)))
    }),
    { numRuns: 3000 },
  )
  expect(JSON.stringify(lin)).toBe(before)
  expect(Object.keys(Object.prototype)).toEqual([])
})

const full = { ...lin, emails: Array.from({ length: 100 }, (_, index) => ({ value: `${index}@b.cn`, type: 'work' })) }
const longFilter = `emails[${Array.from({ length: 20 }, (_, index) => `type eq "x${index}"`).join(' or ')}].value`

test.each([
  ['filters', { op: 'remove', path: longFilter }],
  ['lists', { op: 'add', path: 'emails', value: full.emails }],
  ['removals', { op: 'remove', path: 'emails', value: Array.from({ length: 100 }, (_, index) => ({ value: `${index}`, type: 'x' })) }],
])('the longest list of the longest %s is done within seconds', (_, hard) => {
  const began = performance.now()
  const operations = placedOperations(userType, 'u-lin', parsePatch(patchOf(...Array.from({ length: 1000 }, () => hard))))
  expect(patchDocument(userType, full, operations)).toEqual(full)
  expect(performance.now() - began).toBeLessThan(5000)
})

/** An object of so many attributes, each a path. */
function attributes(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`emails[value eq "x${index}"].display`, null]))
}

test.each<[string, (value: object) => object]>([
  ['a value', (value) => value],
  ['a schema in a value', (value) => ({ [urns.user]: value })],
])('without a path, %s has as many attributes as there may be operations, and more are refused at once', (_, within) => {
  const placed = (...counts: number[]) => {
    const operations = counts.map((count) => ({ op: 'add', value: within(attributes(count)) }))
    return outcome(() => placedOperations(userType, 'u-lin', parsePatch(patchOf(...operations))).length)
  }
  expect(placed(1000)).toBe(1000)
  expect(placed(1001)).toBe('invalidValue')
  expect(placed(500, 501)).toBe('invalidValue')
  const began = performance.now()
  expect(placed(100_000)).toBe('invalidValue')
  expect(performance.now() - began).toBeLessThan(2000)
})

test('a version of very many dots is read, or refused, as soon as one of few', () => {
  const dots = '.'.repeat(50_000)
  const began = performance.now()
  expect(preconditionOf({ ifMatch: `W/"7${dots}"` })?.(7)).toBe(true)
  expect(outcome(() => preconditionOf({ ifMatch: `"${dots}\n"` }))).toBe('invalidSyntax')
  expect(performance.now() - began).toBeLessThan(2000)
})
