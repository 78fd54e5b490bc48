import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IdMap } from '../../../src/directory/users/id-map.ts'

const character = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz')
const usual = fc.string({ unit: character, minLength: 12, maxLength: 12 }).map((text) => `u-${text}`)
/** Next to the usual ones: another prefix, length, case or alphabet; and any text. */
const unusual = fc.oneof(
  usual.map((id) => id.toUpperCase()),
  usual.map((id) => id.slice(0, -1)),
  usual.map((id) => `${id}0`),
  usual.map((id) => `g${id.slice(1)}`),
  usual.map((id) => `${id.slice(0, 9)}-${id.slice(10)}`),
  fc.string({ unit: 'binary' }),
)
/** Few of them, so that the same ones come again; with those whose words are the smallest and the greatest. */
const ids = fc
  .uniqueArray(fc.oneof(usual, unusual, fc.constantFrom('u-000000000000', 'u-zzzzzzzzzzzz', 'u-000000zzzzzz', 'u-zzzzzz000000')), {
    minLength: 1,
  })
  .chain((known) => fc.array(fc.constantFrom(...known), { maxLength: 300 }))

describe('an id map', () => {
  test('says what a Map says', () => {
    fc.assert(
      fc.property(ids, ids, (set, asked) => {
        const [ours, plain] = [new IdMap<number>(), new Map<string, number>()]
        set.forEach((id, index) => {
          ours.set(id, index)
          plain.set(id, index)
        })
        expect(ours.size).toBe(plain.size)
        for (const id of [...set, ...asked]) expect(ours.get(id)).toBe(plain.get(id))
        ours.clear()
        expect(ours.size).toBe(0)
        for (const id of set) expect(ours.get(id)).toBeUndefined()
      }),
    )
  })

  test('keeps every one of many, also of those that only differ in one character', () => {
    const map = new IdMap<number>()
    const text = (index: number) => index.toString(36).padStart(6, '0')
    const near = Array.from({ length: 20_000 }, (_, index) => (index % 2 === 0 ? `u-${text(index)}000000` : `u-000000${text(index)}`))
    near.forEach((id, index) => {
      map.set(id, index)
    })
    expect(map.size).toBe(near.length)
    near.forEach((id, index) => {
      expect(map.get(id)).toBe(index)
    })
    expect(map.get('u-zzzzzzzzzzzz')).toBeUndefined()
  })
})
