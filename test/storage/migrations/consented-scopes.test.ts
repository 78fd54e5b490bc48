import { expect, test } from 'vitest'
import { consent, consented } from '../../../src/directory/tokens/consent.ts'
import type { Store } from '../../../src/storage/store.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { olderDirectory, opened } from './older-directory.ts'

const grant = (company: string, person: string, digest: string, scopes: string) =>
  `insert into user_grants (digest, kind, app, company, person, redirect_uri, challenge, challenge_method, scopes, granted_at, expires_at)
    values ('${digest}', 'code', 'cli_1', '${company}', '${person}', '', '', 'plain', '${scopes}', 0, 1)`
const list = (company: string, person: string, scopes: string) =>
  `insert into consents (company, app, person, scopes) values ('${company}', 'cli_1', '${person}', '${scopes}')`

const whose = (company: string, person: string) => ({ company, app: 'cli_1', person })

/** The scopes of three people, two of them in one company. */
const shown = async ({ reader }: Store) =>
  Promise.all([consented(reader, whose('c-1', 'ann')), consented(reader, whose('c-1', 'bob')), consented(reader, whose('c-2', 'ann'))])

onEveryEngine('scopes that people let apps have', (engine) => {
  test('were lists before migration 19, and are a row each; what is granted is added', async () => {
    const lists = [list('c-1', 'ann', '["b","a","a"]'), list('c-1', 'bob', '[]'), list('c-2', 'ann', '["z"]')]
    const store = await opened(await olderDirectory(engine, 18, [...lists, grant('c-1', 'ann', 'd-1', '["a","e"]')]))
    expect(await shown(store)).toEqual([['a', 'b', 'e'], [], ['z']])
    const add = (person: string, scopes: readonly string[]) =>
      callerOn(store).write('c-1', (tx) => consent(tx, whose('c-1', person), scopes))
    await Promise.all([add('ann', ['b', 'c']), add('ann', ['c', 'd']), add('bob', ['x', 'x']), add('bob', [])])
    expect(await shown(store)).toEqual([['a', 'b', 'c', 'd', 'e'], ['x'], ['z']])
  })

  test('were not kept before migration 18: grants that are still there tell them', async () => {
    // Source: obtain-oauth-code, "what a user grants an app accumulates".
    const grants = [grant('c-1', 'ann', 'd-1', '["b","a"]'), grant('c-1', 'ann', 'd-2', '["a","c"]'), grant('c-2', 'ann', 'd-3', '["z"]')]
    const store = await opened(await olderDirectory(engine, 17, grants))
    expect(await shown(store)).toEqual([['a', 'b', 'c'], [], ['z']])
  })
})
