import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { catalogOf } from '../../src/contract/derive/catalog-json.ts'
import { plainSchema } from '../../src/contract/derive/plain-schema.ts'
import { operationKey } from '../../src/contract/operation.ts'
import { operations as everyOperation } from '../../src/operations.ts'

test('every operation stands in the catalog once, as text can hold it', () => {
  const { operations } = catalogOf(everyOperation)
  expect(operations.map(({ key }) => key)).toEqual(everyOperation.map(({ dialect, version, name }) => operationKey(dialect, version, name)))
  expect(new Set(operations.map(({ key }) => key)).size).toBe(operations.length)
  expect(JSON.parse(JSON.stringify(operations))).toEqual(operations)
})

test('an entry tells what the operation declares', () => {
  const entry = catalogOf(everyOperation).operations.find(({ name }) => name === 'UpdateGroup')
  expect(entry).toMatchObject({
    dialect: 'tencent',
    version: '2021-03-31',
    kind: 'write',
    permission: 'organization:UpdateGroup',
    rate: 20,
    http: { method: 'POST', path: '/' },
    input: {
      type: 'object',
      required: ['ZoneId', 'GroupId'],
      properties: { NewGroupName: { type: 'string', 'x-refusal': 'InvalidParameter.GroupNameFormatError' } },
    },
  })
  expect(entry?.errors).toContainEqual({ code: 'InvalidParameter.GroupNotExist', reach: 'state' })
  expect(entry?.errors.filter(({ reach }) => reach === 'chosen' || reach === 'unreachable').every(({ reason }) => reason)).toBe(true)
})

test('a limit is told as it is counted: by the second, in windows, or not at all', () => {
  const { operations } = catalogOf(everyOperation)
  const limitsOf = (key: string) => operations.filter((entry) => entry.key === key).map(({ rate, windows }) => ({ rate, windows }))
  expect(limitsOf('tencent:UpdateGroup')).toEqual([{ rate: 20, windows: null }])
  expect(limitsOf('feishu:user.resurrect')).toEqual([{ rate: null, windows: [{ calls: 10, seconds: 60 }] }])
  expect(limitsOf('admin:CreateApp')).toEqual([{ rate: null, windows: null }])
  const contact = operations.filter(({ area }) => area.startsWith('contact-v3/'))
  expect(contact.filter(({ windows }) => windows === null)).toEqual([])
})

test('an error whose text belongs to the operation is told with it', () => {
  const entry = catalogOf(everyOperation).operations.find(({ key }) => key === 'feishu:user.resurrect')
  expect(entry?.errors).toContainEqual({ code: '44033', reach: 'state', says: '400 User not resigned' })
})

test('keywords of our own get an x, at every depth; members that are called like keywords are left alone', () => {
  const list = Type.Array(Type.Object({ refusal: Type.Integer({ refusal: 'B' }) }, { additionalProperties: false }), { maxItems: 3 })
  const schema = Type.Object({ pattern: Type.Union([list, Type.Null()]), limit: Type.Optional(Type.String({ refusal: 'A' })) })
  expect(plainSchema(schema)).toEqual({
    type: 'object',
    required: ['pattern'],
    properties: {
      pattern: {
        anyOf: [
          {
            type: 'array',
            maxItems: 3,
            items: {
              type: 'object',
              required: ['refusal'],
              additionalProperties: false,
              properties: { refusal: { type: 'integer', 'x-refusal': 'B' } },
            },
          },
          { type: 'null' },
        ],
      },
      limit: { type: 'string', 'x-refusal': 'A' },
    },
  })
})
