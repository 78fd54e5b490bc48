import type { Coverage, Observed, OperationCoverage, PairCoverage } from './coverage.ts'
import { dialectOf, isReachable } from './coverage.ts'

/** What is declared and was not seen, and what was seen and is declared otherwise: one line each, none when all is well. */
export function coverageFindings(coverage: Coverage): string[] {
  return coverage.operations.flatMap((operation) => [
    ...(operation.answered ? [] : [`${operation.key} was never answered with success by a test`]),
    ...operation.pairs.flatMap((pair) => pairFinding(operation, pair)),
  ])
}

/** Codes that left a server for an operation which neither lists them nor may answer them as common ones. */
export function undeclaredFindings(coverage: Coverage, observed: Iterable<Observed>): string[] {
  const declared = new Map<string, Set<string>>()
  for (const { key, pairs } of coverage.operations) {
    const codes = declared.get(key) ?? new Set(['OK', ...commonCodesOf(coverage, key)])
    for (const { code } of pairs) codes.add(code)
    declared.set(key, codes)
  }
  const undeclared = [...observed].filter(([key, code]) => declared.get(key)?.has(code) === false)
  return [...new Set(undeclared.map(([key, code]) => `${key} answered ${code}, which it does not declare`))].sort()
}

function commonCodesOf({ common }: Coverage, key: string): string[] {
  return common.filter(({ dialect }) => dialect === dialectOf(key)).map(({ code }) => code)
}

function pairFinding({ key }: OperationCoverage, pair: PairCoverage): string[] {
  if (isReachable(pair) && !pair.produced) return [`${key} never answered ${pair.code} in a test (reach: ${pair.reach})`]
  if (pair.reach === 'unreachable' && pair.produced) return [`${key} answered ${pair.code}, which it declares unreachable`]
  return []
}
