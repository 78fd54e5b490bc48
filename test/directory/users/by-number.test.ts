import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByNumber } from '../../../src/directory/users/by-number.ts'

/** Neighbours, numbers around the end of a part, and some far away. */
const number = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 3_000_000 }))

test('numbers keep what a map keeps under them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, fc.string())), fc.array(number), (kept, others) => {
      const known = new ByNumber<string>()
      const model = new Map<number, string>()
      for (const [key, value] of kept) {
        known.set(key, value)
        model.set(key, value)
      }
      expect(known.size).toBe(model.size)
      for (const key of [...model.keys(), ...others]) expect(known.get(key)).toBe(model.get(key))
      known.clear()
      expect(known.size).toBe(0)
      for (const key of model.keys()) expect(known.get(key)).toBeUndefined()
    }),
  )
})
