import { expect, test } from 'vitest'
import type { Answer } from '../../src/contract/exchange.ts'
import { dryRunAsked, keptRehearsals } from '../../src/contract/rehearsals.ts'

const answer = (requestId: string, code = 'OK'): Answer => ({
  status: 200,
  headers: { 'x-own': 'stays' },
  type: 'application/json',
  body: '{}',
  outcome: { operation: 'tencent:Practise', code, requestId },
})

/** A list of one change whose JSON has this many characters. */
const listOf = (characters: number) => {
  const change = { text: 'x'.repeat(characters - '[{"text":""}]'.length) }
  expect(JSON.stringify([change])).toHaveLength(characters)
  return [change]
}

test('4096 characters still stand in the header; a list of one more is only referred to', () => {
  const rehearsals = keptRehearsals({ now: () => 0 })
  const most = rehearsals.told(answer('a'), listOf(4096))
  expect(most.headers).toEqual({ 'x-own': 'stays', 'x-rollcall-changes': JSON.stringify(listOf(4096)) })
  expect(rehearsals.told(answer('b'), listOf(4097)).headers?.['x-rollcall-changes']).toBe('/admin/v1/rehearsals/b')
  expect([rehearsals.find('a'), rehearsals.find('b')]).toEqual([listOf(4096), listOf(4097)])
})

test('what is escaped counts as it is sent: a short Chinese text may be too long', () => {
  const told = keptRehearsals({ now: () => 0 }).told(answer('a'), [{ text: '长'.repeat(700) }])
  expect(told.headers?.['x-rollcall-changes']).toBe('/admin/v1/rehearsals/a')
})

test('an hour later it is gone, even when the clock was turned; a refusal is not kept, unless it would have changed something', () => {
  let now = 0
  const rehearsals = keptRehearsals({ now: () => now })
  rehearsals.told(answer('a'), [{}])
  rehearsals.told(answer('refused', 'FailedOperation'), [])
  rehearsals.told(answer('late', 'InternalError'), [{}])
  expect(['a', 'refused', 'late', 'never'].map(rehearsals.find)).toEqual([[{}], undefined, [{}], undefined])
  now = 3_600_000
  expect(rehearsals.find('a')).toBeUndefined()
  now = -1
  expect(rehearsals.find('a')).toEqual([{}])
})

test('memory is bounded, by length and by number: the oldest give way, the newest is kept however long it is', () => {
  const rehearsals = keptRehearsals({ now: () => 0 })
  const mebibyte = 1024 * 1024
  for (let count = 0; count < 20; count++) rehearsals.told(answer(`long-${count}`), listOf(mebibyte))
  const kept = (prefix: string, of: number) =>
    Array.from({ length: of }, (_, count) => rehearsals.find(`${prefix}-${count}`)).filter(Boolean)
  expect(kept('long', 20)).toHaveLength(15)
  expect([rehearsals.find('long-4'), rehearsals.find('long-19')?.length]).toEqual([undefined, 1])
  for (let count = 0; count < 40_000; count++) rehearsals.told(answer(`short-${count}`), [])
  expect(kept('long', 20)).toHaveLength(0)
  expect(kept('short', 40_000).length).toBeGreaterThan(30_000)
  expect(kept('short', 40_000).length).toBeLessThan(33_000)
  rehearsals.told(answer('huge'), listOf(17 * mebibyte))
  expect([rehearsals.find('huge')?.length, rehearsals.find('short-39999')]).toEqual([1, undefined])
})

test('only true and false are clear', () => {
  const asked = (value?: string) => dryRunAsked({ headers: { 'x-rollcall-dry-run': value } } as never)
  expect([undefined, 'false', 'true', 'True', '', '0', 'true, true', ' true'].map(asked)).toEqual([
    'no',
    'no',
    'yes',
    ...Array(5).fill('unclear'),
  ])
})
