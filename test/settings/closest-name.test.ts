import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closestName, lettersApart } from '../../src/settings/closest-name.ts'

test.for([
  ['port', 'port', 0],
  ['prot', 'port', 1],
  ['pot', 'port', 1],
  ['', 'port', 4],
  ['kitten', 'sitting', 3],
  ['dataDri', 'dataDir', 1],
] as const)('from %s to %s: %d', ([a, b, distance]) => {
  expect(lettersApart(a, b)).toBe(distance)
})

test('the distance is the same both ways, nothing only for equal names, and never more than the longer name', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const distance = lettersApart(a, b)
      expect(distance).toBe(lettersApart(b, a))
      expect(distance === 0).toBe(a === b)
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
    }),
  )
})

test('nothing is proposed when nothing is near', () => {
  expect(closestName('ROLLCALL_HSOT', ['ROLLCALL_HOST', 'ROLLCALL_PORT'])).toBe('ROLLCALL_HOST')
  expect(closestName('xyzzy', ['host', 'port'])).toBeUndefined()
})
