import { expect, test } from 'vitest'
import { plainKey, SigningKeys } from '../../../../src/dialects/tencent/signing/signing-keys.ts'

test('what is used stays, what is not used goes, and the number is bounded', () => {
  const keys = new SigningKeys(10)
  const used = plainKey('used')
  keys.keep('used', used)
  for (let count = 0; count < 1000; count++) {
    keys.keep(`other ${count}`, plainKey('other'))
    expect(keys.find('used')).toBe(used)
    expect(keys.held).toBeLessThanOrEqual(20)
  }
  expect(keys.find('other 0')).toBeUndefined()
})
