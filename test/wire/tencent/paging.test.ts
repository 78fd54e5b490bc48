import fc from 'fast-check'
import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { keepable } from '../../../src/contract/json/keepable.ts'
import { action } from '../../../src/dialects/tencent/action.ts'
import { pageOf, pagingInput } from '../../../src/dialects/tencent/paging.ts'
import { Refused } from '../../../src/directory/refusals.ts'

const sample: [number, string] = [0, '']
interface Asked {
  readonly NextToken?: string
  readonly MaxResults?: number
  readonly ZoneId: string
  readonly Filter?: string
}
const asked: Asked = { ZoneId: 'z-1', Filter: 'x' }
const first = pageOf('ListUsers', 'z-1', asked, sample)

test('a token leads to the rows after the position it was made of, whatever the page size', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.string({ unit: 'binary' }).filter(keepable), (at, id) => {
      const NextToken = first.tokenAfter([at, id])
      expect(NextToken).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(pageOf('ListUsers', 'z-1', { ...asked, MaxResults: 5, NextToken }, sample)).toMatchObject({ size: 5, after: [at, id] })
    }),
  )
})

test('no token, or an empty one, is the first page; ten rows by default', () => {
  expect(first).toMatchObject({ size: 10, after: undefined })
  expect(pageOf('ListUsers', 'z-1', { ...asked, NextToken: '' }, sample).after).toBeUndefined()
})

test('the order in which parameters were sent does not matter', () => {
  const reordered: Asked = { NextToken: first.tokenAfter([1, 'a']), Filter: 'x', ZoneId: 'z-1' }
  expect(pageOf('ListUsers', 'z-1', reordered, sample).after).toEqual([1, 'a'])
})

describe('cursor_invalid', () => {
  const NextToken = first.tokenAfter([1, 'a'])
  const other = (differing: Partial<Asked>): Asked => ({ ...asked, ...differing, NextToken })
  const refused = (read: () => unknown) => expect(read).toThrow(expect.objectContaining({ refusal: { fact: 'cursor_invalid' } }))

  test('a token of another action, zone or other parameters', () => {
    refused(() => pageOf('ListGroups', 'z-1', { ...asked, NextToken }, sample))
    refused(() => pageOf('ListUsers', 'z-2', { ...asked, NextToken }, sample))
    refused(() => pageOf('ListUsers', 'z-1', other({ Filter: 'y' }), sample))
    refused(() => pageOf('ListUsers', 'z-1', other({ Filter: undefined }), sample))
  })

  test('a token with a position of another form', () => {
    refused(() => pageOf('ListUsers', 'z-1', { ...asked, NextToken }, ['', '']))
    refused(() => pageOf('ListUsers', 'z-1', { ...asked, NextToken }, [0]))
  })

  test('anything that is no token', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        refused(() => pageOf('ListUsers', 'z-1', { ...asked, NextToken: text }, sample))
      }),
    )
    refused(() => pageOf('ListUsers', 'z-1', { ...asked, NextToken: Buffer.from('[').toString('base64url') }, sample))
    refused(() => pageOf('ListUsers', 'z-1', { ...asked, NextToken: Buffer.from('{}').toString('base64url') }, sample))
    refused(() => pageOf('ListUsers', 'z-1', { ...asked, NextToken: 'A'.repeat(100_000) }, sample))
    expect(new Refused({ fact: 'cursor_invalid' })).toBeInstanceOf(Error)
  })
})

test('a page size outside 1 to 100 has the code that the action names', () => {
  const { validate } = action({
    ...{ name: 'List', area: 'x', summary: { en: '', zh: '' }, source: '', kind: 'read', errors: ['InvalidParameter.ParamError'] },
    input: Type.Object({ ...pagingInput('InvalidParameter.ParamError') }),
    output: Type.Object({}),
    handle: async () => ({}),
  })
  expect(validate({ MaxResults: 100, NextToken: '' })).toEqual({ MaxResults: 100, NextToken: '' })
  expect(() => validate({ MaxResults: 0 })).toThrow(expect.objectContaining({ code: 'InvalidParameter.ParamError' }))
  expect(() => validate({ MaxResults: 101 })).toThrow(expect.objectContaining({ code: 'InvalidParameter.ParamError' }))
})
