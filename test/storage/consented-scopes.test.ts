import { expect, test } from 'vitest'
import { consent, consented } from '../../src/directory/tokens/consent.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { callerOn } from '../properties/real-directory.ts'
import { openedFrom } from './older-schema.ts'

const before = 19

const content = [
  `insert into consents (company, app, person, scopes) values ('c-1', 'cli_1', 'ann', '["b","a","a"]')`,
  `insert into consents (company, app, person, scopes) values ('c-1', 'cli_1', 'bob', '[]')`,
  `insert into consents (company, app, person, scopes) values ('c-2', 'cli_1', 'ann', '["z"]')`,
]

onEveryEngine('scopes that people let apps have', (engine) => {
  test('are a row each after migration 19, and what is granted is added', async () => {
    const store = await openedFrom(engine, before, content)
    const whose = (company: string, person: string) => ({ company, app: 'cli_1', person })
    const of = (company: string, person: string) => consented(store.reader, whose(company, person))
    expect([await of('c-1', 'ann'), await of('c-1', 'bob'), await of('c-2', 'ann')]).toEqual([['a', 'b'], [], ['z']])
    const grant = (person: string, scopes: readonly string[]) =>
      callerOn(store).write('c-1', (tx) => consent(tx, whose('c-1', person), scopes))
    await Promise.all([grant('ann', ['b', 'c']), grant('ann', ['c', 'd']), grant('bob', ['x', 'x']), grant('bob', [])])
    expect([await of('c-1', 'ann'), await of('c-1', 'bob'), await of('c-2', 'ann')]).toEqual([['a', 'b', 'c', 'd'], ['x'], ['z']])
  })
})
