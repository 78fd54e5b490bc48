import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HmacSha256 } from '../../../../src/dialects/tencent/signing/hmac-sha256.ts'

const expected = (key: Uint8Array, text: string) => createHmac('sha256', key).update(text).digest('hex')

test('agrees with the HMAC of Node for every key and any sequence of texts', () => {
  const texts = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.string({ unit: 'grapheme', maxLength: 200 })), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), texts, (bytes, list) => {
      const hmac = new HmacSha256(Buffer.from(bytes))
      for (const text of list) expect(hmac.hex(text)).toBe(expected(bytes, text))
    }),
  )
})

test('keys at the length of a block', () => {
  for (const length of [0, 1, 63, 64, 65, 128]) {
    const key = Buffer.alloc(length, 0xa7)
    expect(new HmacSha256(key).hex('text'), `${length} bytes`).toBe(expected(key, 'text'))
  }
})
