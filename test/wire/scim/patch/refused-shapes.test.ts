import { expect, test } from 'vitest'
import { groupPatch } from '../../../../src/dialects/scim/patch/group-patch.ts'
import { parsePatch } from '../../../../src/dialects/scim/patch/parse-patch.ts'
import { ScimError } from '../../../../src/dialects/scim/scim-error.ts'
import { patchOf, urns } from '../../../kit/scim.ts'
import { bodies, operations } from './refused-shapes.ts'

function refusedWith(body: unknown): string {
  try {
    const change = groupPatch('g-1', parsePatch(body))
    return `understood as ${JSON.stringify(change)}`
  } catch (thrown) {
    if (!(thrown instanceof ScimError)) throw thrown
    expect(thrown.text.en).toMatch(/\.$/)
    expect(thrown.text.zh).toMatch(/。$/)
    return thrown.code
  }
}

test.each(bodies)('a body with %s is refused: %s', (_, code, body) => {
  expect(refusedWith(body)).toBe(code)
})

test.each(operations)('%s: %s, wherever it stands', (_, code, operation) => {
  expect(refusedWith(patchOf(operation as object))).toBe(code)
  expect(refusedWith(patchOf({ op: 'add', path: 'members', value: ['u-9'] }, operation as object))).toBe(code)
})

test('a request names at most 100000 members', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `u-${index}`)
  const adding = (count: number) => ({ op: 'add', path: 'members', value: ids(count) })
  expect(refusedWith(patchOf(adding(100_000)))).toContain('understood')
  expect(refusedWith(patchOf(adding(100_001)))).toBe('invalidValue')
  expect(refusedWith(patchOf(adding(60_000), { ...adding(60_000), op: 'remove' }))).toBe('invalidValue')
})

test('schemas that are not served here are passed over in a value without a path', () => {
  const operation = { op: 'add', value: { 'urn:example:params:Group': { colour: 'red' }, schemas: [urns.group], displayName: 'Team' } }
  expect(groupPatch('g-1', parsePatch(patchOf(operation)))).toEqual({ name: 'Team' })
})
