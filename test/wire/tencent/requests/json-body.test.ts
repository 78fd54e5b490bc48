import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBody } from '../../../../src/dialects/tencent/requests/json-body.ts'

const read = (text: string) => readBody(Buffer.from(text))

// Not yet among the types that we compile against.
const raw = JSON as unknown as { rawJSON(text: string): unknown }
const exactText = (value: unknown) =>
  JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? raw.rawJSON(String(member)) : member))

describe('what is read', () => {
  test('an empty body is no parameters', () => {
    expect(readBody(Buffer.alloc(0))).toEqual({})
  })

  test('any JSON object, as JSON.parse reads it', () => {
    // Depth 14 under the parameter, so 16 levels in all.
    const value = fc.jsonValue({ maxDepth: 14 })
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value, { noNullPrototype: true }), fc.constantFrom(undefined, 2), (object, indent) => {
        expect(exactText(read(JSON.stringify(object, null, indent)))).toBe(JSON.stringify(object))
      }),
    )
  })

  test('whole numbers beyond 2^53 without loss', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), (number) => {
        const wanted = number >= Number.MIN_SAFE_INTEGER && number <= Number.MAX_SAFE_INTEGER ? Number(number) : number
        expect(read(`{"A":[{"B":${number}}]}`)).toEqual({ A: [{ B: wanted }] })
      }),
    )
    expect(read('{"A":9007199254740993,"B":100000000001,"C":1.2345678901234567}')).toEqual({
      A: 9007199254740993n,
      B: 100000000001,
      C: 1.2345678901234567,
    })
  })

  test('a string that looks like a long number, colons or brackets stays a string', () => {
    const tricky = { A: '12345678901234567890', B: '{"a":1,"a":2}', C: '\\"[[[[[[[[[[[[[[[[[[[', '\\": ': ':' }
    expect(read(JSON.stringify(tricky))).toEqual(tricky)
  })

  test('names that are special in JavaScript are names like any other', () => {
    const value = read('{"__proto__":{"a":1},"constructor":2}')
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })
})

describe('what is refused with InvalidParameter', () => {
  test.each([
    ['a duplicate', '{"Name":1,"Name":1}', '`Name` more than once'],
    ['a duplicate written differently', String.raw`{"Name":1,"Nam\u0065":2}`, '`Name` more than once'],
    ['a duplicate inside a list', '{"A":[{"B":1},{"B":1,"C":{"D":[1]},"C":2}]}', '`C` more than once'],
    ['a duplicate with an unseen character', '{"Na\u200bme":1,"Na\u200bme":1}', '`"Na\\u200bme"` more than once'],
    ['a duplicate of __proto__', '{"__proto__":1,"__proto__":1}', '`__proto__` more than once'],
    ['a list', '[]', 'one object'],
    ['a text', '"a"', 'one object'],
    ['null', 'null', 'one object'],
    ['blanks alone', '  ', 'not valid JSON'],
    ['a cut text', '{"A":"', 'not valid JSON'],
    ['a trailing comma', '{"A":1,}', 'not valid JSON at line 1, column 8.'],
    ['full-width signs', '{\n“A”：1}', 'not valid JSON at line 2, column 1.'],
    ['two values', '{}{}', 'not valid JSON'],
    ['single quotes', "{'A':1}", 'not valid JSON'],
    ['a form', 'A=1&B=2', 'not valid JSON'],
    ['a byte order mark', '\uFEFF{}', 'as a byte order mark (U+FEFF) stands before it'],
  ])('%s', (_, text, problem) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'InvalidParameter', message: expect.stringContaining(problem) }))
  })

  test('bytes that are no UTF-8', () => {
    expect(() => readBody(Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]))).toThrow('not UTF-8')
  })

  test('the 17th level, and not the 16th', () => {
    const nested = (levels: number) => `{"A":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`
    expect(() => read(nested(16))).not.toThrow()
    expect(() => read(nested(17))).toThrow('deeper than 16')
    expect(() => read('['.repeat(1_000_000))).toThrow('deeper than 16')
  })
})

test('every duplicate is found, wherever it is', () => {
  const object = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(object, fc.nat(), fc.nat(), (names, from, to) => {
      const doubled = [...names]
      doubled.splice(to % names.length, 0, names[from % names.length] ?? '')
      const text = `{"In":[{${doubled.map((name) => `${JSON.stringify(name)}:{"x":1}`).join(',')}}]}`
      expect(() => read(text)).toThrow('more than once')
    }),
  )
})
