import { Type } from 'typebox'
import { expect, expectTypeOf, test } from 'vitest'
import { action } from '../../../src/dialects/tencent/action.ts'
import { registryOf } from '../../../src/dialects/tencent/registry.ts'

const words = {
  area: 'practice',
  summary: { en: 'Practice', zh: '练习' },
  source: 'none',
  kind: 'read' as const,
  output: Type.Object({ B: Type.Number() }),
}

const practise = action({
  ...words,
  name: 'Practise',
  input: Type.Object({ A: Type.Optional(Type.String()) }),
  errors: ['FailedOperation.One', 'FailedOperation.Two'],
  unreachable: { 'FailedOperation.Two': 'nothing leads there' },
  faults: ['FailedOperation.Three'],
  chosen: { 'FailedOperation.Four': 'its sibling has it' },
  async handle(_call, input) {
    expectTypeOf(input).toEqualTypeOf<{ A?: string }>()
    return { B: 1 }
  },
})

test('a declaration says everything that is derived from an operation', () => {
  expect(practise).toMatchObject({
    dialect: 'tencent',
    service: 'organization',
    version: '2021-03-31',
    permission: 'organization:Practise',
    rate: 20,
    http: { method: 'POST', path: '/' },
    errors: [
      { code: 'FailedOperation.One', reach: 'state' },
      { code: 'FailedOperation.Two', reach: 'unreachable', reason: 'nothing leads there' },
      { code: 'FailedOperation.Three', reach: 'fault' },
      { code: 'FailedOperation.Four', reach: 'chosen', reason: 'its sibling has it' },
    ],
  })
  expect([...practise.codes]).toEqual(['FailedOperation.One', 'FailedOperation.Two', 'FailedOperation.Three', 'FailedOperation.Four'])
})

test('a code declared twice is a mistake', () => {
  const declare = (more: object) => () =>
    action({ ...words, name: 'X', input: Type.Object({}), errors: ['A'], handle: async () => ({ B: 1 }), ...more })
  expect(declare({})).not.toThrow()
  expect(declare({ errors: ['A', 'A'] })).toThrow('A twice')
  expect(declare({ chosen: { A: 'no' } })).toThrow('A twice')
  expect(declare({ faults: ['A'], unreachable: { A: 'no' } })).toThrow('A twice')
})

test('so are two actions of one name in one version', () => {
  expect(() => registryOf([practise, practise], () => undefined)).toThrow('two actions Practise')
})
