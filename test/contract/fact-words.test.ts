import { expect, test } from 'vitest'
import { wordsOf } from '../../src/contract/docs/fact-words.ts'
import { releasedCoverage } from '../../src/contract/docs/released-coverage.ts'
import type { Dialect } from '../../src/contract/operation.ts'
import { factWords } from '../../src/operations.ts'

test('a wording has names in place of values, and the values of its example', () => {
  const words = wordsOf({
    en: ({ group, names, quota }: { group: string; names: readonly { id: string }[]; quota: number }) =>
      `Group ${group} has ${names.map(({ id }) => id).join(' and ')}; ${names.length} of ${quota}.`,
    zh: ({ group }: { group: string }) => `用户组 ${group}。`,
    example: { quota: 5 },
  })
  expect(words).toEqual({ en: 'Group {group} has {id}; 1 of 5.', zh: '用户组 {group}。' })
})

const facts = releasedCoverage.operations.flatMap(({ key, pairs }) =>
  pairs.flatMap((pair) => (pair.facts ?? []).map((fact) => `${key.slice(0, key.indexOf(':'))} ${fact}`)),
)

test.for([...new Set(facts)])('the reference says in both languages what it means: %s', (both) => {
  const [dialect, fact] = both.split(' ') as [Dialect, string]
  const words = factWords(dialect, fact)
  expect(words?.en).toMatch(/^(?!.*(undefined|null|NaN|\[object)).*\.$/)
  expect(words?.zh).toMatch(/^(?!.*(undefined|null|NaN|\[object)).*\p{Script=Han}.*$/u)
})
