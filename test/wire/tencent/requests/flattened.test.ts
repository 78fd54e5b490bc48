import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { practice } from '../practice-route.ts'
import { tc3, v1 } from '../signing/independent-signer.ts'

const { ask } = practice()

/** Flattens as the vendor's SDKs do. */
function flat(value: unknown, path: string): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => flat(entry, `${path}.${index}`))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, member]) => flat(member, path ? `${path}.${name}` : name))
  return [[path, String(value)]]
}

test('what a client flattens comes back as it was', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((value) => value.isWellFormed())
  const optional = { requiredKeys: ['Name' as const], noNullPrototype: true as const }
  const input = fc.record(
    {
      Name: fc.stringMatching(/^[a-z&=+%. ]{2,8}$/),
      Limit: fc.integer({ min: 1, max: 100 }),
      Uin: fc.maxSafeInteger(),
      Ratio: fc.integer({ min: -9999, max: 9999 }).map((number) => number / 100),
      Open: fc.boolean(),
      Uins: fc.array(fc.maxSafeInteger(), { minLength: 1, maxLength: 3 }),
      Members: fc.array(fc.record({ Name: text, Age: fc.integer() }, { requiredKeys: ['Name'], noNullPrototype: true }), {
        minLength: 1,
        maxLength: 12,
      }),
    },
    optional,
  )
  await fc.assert(
    fc.asyncProperty(input, async (value) => {
      expect((await ask(v1('Practise', Object.fromEntries(flat(value, ''))))).response.Input).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['True', true],
  ['False', false],
])('%s, as the Python SDK writes it in queries and forms', async (written, meant) => {
  expect((await ask(v1('Practise', { Name: 'abc', Open: written }))).response.Input).toEqual({ Name: 'abc', Open: meant })
  const query = `Name=abc&Open=${written}`
  expect((await ask(tc3('Practise', '', { query }))).response.Input).toEqual({ Name: 'abc', Open: meant })
})

describe('refused', () => {
  test.each([
    ['a gap in the indexes', { 'Uins.0': '1', 'Uins.2': '3' }, 'InvalidParameter', 'Uins.1 is missing'],
    ['an index with a leading zero', { 'Uins.00': '1' }, 'InvalidParameter', 'Uins.0 is missing'],
    ['an index that is no number', { 'Uins.x': '1' }, 'InvalidParameter', 'Uins.0 is missing'],
    ['a value and a list of one name', { Uins: '1', 'Uins.0': '1' }, 'InvalidParameter', 'contradicts'],
    ['a list where a value belongs', { 'Limit.0': '1' }, 'InvalidParameter', '`Limit` must be a whole number'],
    ['a value where a list belongs', { Uins: '1' }, 'InvalidParameter', '`Uins` must be a list'],
    ['words for a number', { Limit: 'ten' }, 'InvalidParameter', '`Limit` must be a whole number'],
    ['a fraction for a whole number', { Limit: '1.5' }, 'InvalidParameter', '`Limit` must be a whole number'],
    ['an exponent', { Limit: '1e1' }, 'InvalidParameter', '`Limit` must be a whole number'],
    ['a blank for a number', { Limit: ' 1' }, 'InvalidParameter', '`Limit` must be a whole number'],
    ['TRUE for true', { Open: 'TRUE' }, 'InvalidParameter', '`Open` must be true or false'],
    ['yes for true', { Open: 'yes' }, 'InvalidParameter', '`Open` must be true or false'],
    ['a number beyond what is exact', { Uin: '9007199254740993' }, 'InvalidParameterValue', '9007199254740993'],
    ['an unknown name', { Nmae: 'x' }, 'UnknownParameter', '`Nmae`'],
    ['an unknown name inside', { 'Members.0.Name': 'x', 'Members.0.Agee': '1' }, 'UnknownParameter', '`Members.0.Agee`'],
    ['a name that is special in JavaScript', { '__proto__.x': 'x' }, 'UnknownParameter', '`__proto__`'],
    ['more levels than any parameter has', { [`Members${'.0'.repeat(40)}`]: 'x' }, 'InvalidParameter', 'nests too deep'],
  ])('%s', async (_, parameters, code, problem) => {
    const answer = await ask(v1('Practise', { Name: 'abc', ...parameters }))
    expect(answer.code).toBe(code)
    expect(answer.message).toContain(problem)
  })

  test('a list longer than can be meant', async () => {
    const long = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`Uins.${index}`, '1']))
    const answer = await ask(v1('Practise', { Name: 'abc', ...long }))
    expect(answer.code).toBe('InvalidParameterValue')
    expect(answer.message).toContain('1001')
  })

  test.each([
    ['a parameter twice', 'Action=Practise&Name=a&Name=a', 'more than once'],
    ['a broken escape', 'Action=Practise&Name=%zz', 'percent-encoded'],
    ['an escape that is no UTF-8', 'Action=Practise&Name=%ff', 'percent-encoded'],
  ])('%s', async (_, body, problem) => {
    const sent = v1('Practise', {})
    const answer = await ask({ ...sent, body: Buffer.from(body) })
    expect(answer.code).toBe('InvalidParameter')
    expect(answer.message).toContain(problem)
  })

  test('raw bytes in a query, a form that is no UTF-8, thousands of parameters', async () => {
    const sent = v1('Practise', {}, { method: 'GET' })
    expect((await ask({ ...sent, query: `${sent.query}&Name=\u00fc` })).message).toContain('percent-encoded')
    const post = v1('Practise', {})
    expect((await ask({ ...post, body: Buffer.from([0x41, 0x3d, 0xff]) })).message).toContain('not UTF-8')
    const many = Array.from({ length: 5000 }, (_, index) => `A.${index}=1`).join('&')
    expect((await ask({ ...post, body: Buffer.from(many) })).message).toContain('4096')
  })
})
