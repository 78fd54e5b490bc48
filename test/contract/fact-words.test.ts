import { expect, test } from 'vitest'
import { wordsOf } from '../../src/contract/docs/fact-words.ts'
import { releasedCoverage } from '../../src/contract/docs/released-coverage.ts'
import type { Operation, Text } from '../../src/contract/operation.ts'
import { factWords, operations } from '../../src/operations.ts'

test('a wording has names in place of values, and the values of its example', () => {
  const words = wordsOf({
    en: ({ group, names, quota }: { group: string; names: readonly { id: string }[]; quota: number }) =>
      `Group ${group} has ${names.map(({ id }) => id).join(' and ')}; ${names.length} of ${quota}.`,
    zh: ({ group }: { group: string }) => `用户组 ${group}。`,
    example: { quota: 5 },
  })
  expect(words).toEqual({ en: 'Group {group} has {id}; 1 of 5.', zh: '用户组 {group}。' })
})

test('the reference says of each refusal, in both languages, what it means', () => {
  const operationOf = new Map(operations.map((operation) => [`${operation.key} ${operation.version}`, operation]))
  const met = releasedCoverage.operations.flatMap(({ key, version, pairs }) =>
    pairs.flatMap((pair) => (pair.facts ?? []).map((fact) => [operationOf.get(`${key} ${version}`) as Operation, fact] as const)),
  )
  const clear = ({ en, zh }: Text) => !/undefined|null|NaN|\[object/.test(`${en} ${zh}`) && /\.$/.test(en) && /\p{Script=Han}/u.test(zh)
  const unclear = met.filter(([operation, fact]) => !clear(factWords(operation, fact) ?? { en: '', zh: '' }))
  expect(unclear.map(([{ key }, fact]) => `${key} ${fact}`)).toEqual([])
  expect(met.length).toBeGreaterThan(1000)
})
