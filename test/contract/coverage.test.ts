import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { coverageOf, type Observed } from '../../src/contract/derive/coverage.ts'
import { coverageFindings, undeclaredFindings } from '../../src/contract/derive/coverage-findings.ts'
import { observedLine, readObserved } from '../../src/contract/derive/observed-lines.ts'
import type { DocumentedError, Operation } from '../../src/contract/operation.ts'
import { recordOutcomes } from '../kit/observed-outcomes.ts'

function operation(name: string, area: string, errors: readonly DocumentedError[]): Operation {
  return {
    ...{ dialect: 'tencent', service: 'organization', version: '2021-03-31', name, key: `tencent:${name}` },
    ...{ area, summary: { en: name, zh: name }, source: 'none' },
    ...{
      kind: 'read',
      permission: `organization:${name}`,
      http: { method: 'POST', path: '/' },
      input: Type.Object({}),
      output: Type.Object({}),
    },
    errors,
  }
}

const operations = [
  operation('Join', 'clubs', [
    { code: 'Full', reach: 'state' },
    { code: 'Closed', reach: 'chosen', reason: 'No code is listed.' },
    { code: 'Burnt', reach: 'fault' },
    { code: 'Never', reach: 'unreachable', reason: 'Nothing leads there.' },
  ]),
  operation('Leave', 'clubs', [{ code: 'NotIn', reach: 'state' }]),
  operation('Count', 'sums', []),
]
const common = { tencent: ['Busy'], admin: [], feishu: [], scim: [] }
const seen: Observed[] = [
  ['tencent:Join', 'OK'],
  ['tencent:Join', 'Full'],
  ['tencent:-', 'Busy'],
  ['tencent:Leave', 'OK'],
  ['tencent:Leave', 'NotIn'],
]

test('pairs are counted by reach, by area and together', () => {
  const { total, areas, versions, common: codes } = coverageOf(operations, seen, common)
  expect(total).toEqual({ operations: 3, pairs: 5, reachable: 4, produced: 2, unreachable: 1, faults: 1 })
  expect(areas).toEqual([
    { dialect: 'tencent', area: 'clubs', operations: 2, pairs: 5, reachable: 4, produced: 2, unreachable: 1, faults: 1 },
    { dialect: 'tencent', area: 'sums', operations: 1, pairs: 0, reachable: 0, produced: 0, unreachable: 0, faults: 0 },
  ])
  expect(versions.map(({ version, implemented, operations: of }) => [version, implemented, of])).toEqual([
    ['2021-03-31', 3, 134],
    ['2018-12-25', 0, 20],
    ['v3', 0, 71],
  ])
  expect(codes).toEqual([{ dialect: 'tencent', code: 'Busy', produced: true }])
})

test('the order in which answers were seen changes nothing', () => {
  const shuffled = [...seen.toReversed(), ...seen]
  expect(JSON.stringify(coverageOf(operations, shuffled, common))).toBe(JSON.stringify(coverageOf(operations, seen, common)))
})

test('what was declared and never seen is found, faults too; unreachable codes need not be seen', () => {
  expect(coverageFindings(coverageOf(operations, seen, common))).toEqual([
    'tencent:Join never answered Burnt in a test (reach: fault)',
    'tencent:Join never answered Closed in a test (reach: chosen)',
    'tencent:Count was never answered with success by a test',
  ])
})

test('an unreachable code that was seen is found', () => {
  const rest: Observed[] = [
    ['tencent:Join', 'Closed'],
    ['tencent:Join', 'Burnt'],
    ['tencent:Count', 'OK'],
  ]
  const coverage = coverageOf(operations, [...seen, ['tencent:Join', 'Never'], ...rest], common)
  expect(coverageFindings(coverage)).toEqual(['tencent:Join answered Never, which it declares unreachable'])
})

test('a code that nobody declared is found; common codes and answers of no operation are not', () => {
  const more: Observed[] = [
    ...seen,
    ['tencent:Leave', 'Busy'],
    ['tencent:Leave', 'Full'],
    ['tencent:-', 'Whatever'],
    ['http:healthz', 'OK'],
  ]
  expect(undeclaredFindings(coverageOf(operations, more, common), more)).toEqual(['tencent:Leave answered Full, which it does not declare'])
})

test('facts are counted with their pairs, once and in order', () => {
  const more: Observed[] = [
    ['tencent:Join', 'Full', 'group_full'],
    ['tencent:Join', 'Full', 'club_full'],
    ['tencent:Join', 'Full'],
    ['tencent:Join', 'Full', 'group_full'],
  ]
  const join = coverageOf(operations, [...seen, ...more], common).operations.find(({ key }) => key === 'tencent:Join')
  expect(join?.pairs.find(({ code }) => code === 'Full')).toMatchObject({ produced: true, facts: ['club_full', 'group_full'] })
  expect(join?.pairs.find(({ code }) => code === 'Closed')).not.toHaveProperty('facts')
})

test('observed lines are read back; a line that was cut off is passed over, a damaged one is not', () => {
  const lines: Observed[] = [...seen, ['tencent:Join', 'Full', 'club_full']]
  const text = lines.map(observedLine).join('')
  expect(readObserved(text)).toEqual(lines)
  expect(readObserved(`${text}["tencent:Jo`)).toEqual(lines)
  expect(() => readObserved('["tencent:Join"]\n')).toThrow('not an observed answer')
})

test('a recorder keeps each pair once with each fact, at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-observed-'))
  try {
    const file = join(folder, 'deeper', 'here.jsonl')
    const record = recordOutcomes(file)
    const lines: Observed[] = [...seen, ['tencent:Join', 'Full', 'club_full']]
    for (const [operation, code, fact] of [...lines, ...lines]) record({ operation, code, fact })
    expect(readObserved(readFileSync(file, 'utf8'))).toEqual(lines)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
