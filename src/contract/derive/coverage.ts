import type { Dialect, DocumentedError, Operation } from '../operation.ts'
import { type VendorTotal, vendorTotals } from './vendor-totals.ts'

/** An answer that really left a server in a test: the operation's key (`tencent:-` for none), `OK` or the code, what the directory refused with. */
export type Observed = readonly [operation: string, code: string, fact?: string]

export interface PairCoverage extends DocumentedError {
  /** Whether a test made a server answer it. */
  readonly produced: boolean
  /** What the directory refused with when it was; none where the wire refuses by itself. */
  readonly facts?: readonly string[]
}

export interface OperationCoverage {
  readonly key: string
  readonly version: string
  readonly area: string
  /** Whether a test made a server answer it with success. */
  readonly answered: boolean
  readonly pairs: readonly PairCoverage[]
}

/** `reachable` are all but the unreachable, `faults` among them; `produced` counts those of the reachable that a test produced. */
export interface Counts {
  readonly operations: number
  readonly pairs: number
  readonly reachable: number
  readonly produced: number
  readonly unreachable: number
  readonly faults: number
}

export interface AreaCoverage extends Counts {
  readonly dialect: Dialect
  readonly area: string
}

export interface VersionCoverage extends VendorTotal {
  readonly implemented: number
}

/** What `docs/reference/coverage.json` holds. */
export interface Coverage {
  readonly versions: readonly VersionCoverage[]
  readonly total: Counts
  readonly areas: readonly AreaCoverage[]
  readonly operations: readonly OperationCoverage[]
  readonly common: readonly CommonCoverage[]
}

/** A code that any operation of its dialect may answer without listing it. */
export interface CommonCoverage {
  readonly dialect: Dialect
  readonly code: string
  readonly produced: boolean
}

export type CommonCodes = Readonly<Record<Dialect, Iterable<string>>>

/** Lays what tests observed beside what operations declare. The same input gives the same text: everything is in declared order. */
export function coverageOf(operations: readonly Operation[], observed: Iterable<Observed>, commonCodes: CommonCodes): Coverage {
  const seen: Seen = new Map()
  for (const [key, code, fact] of observed) {
    const codes = seen.get(key) ?? new Map<string, Set<string>>()
    const facts = codes.get(code) ?? new Set()
    seen.set(key, codes.set(code, fact === undefined ? facts : facts.add(fact)))
  }
  const covered = operations.map((operation) => operationCoverage(operation, seen.get(operation.key) ?? new Map()))
  const areas = Map.groupBy(covered, ({ key, area }) => `${dialectOf(key)} ${area}`)
  return {
    versions: vendorTotals.map((total) => ({ ...total, implemented: operations.filter((operation) => isOf(operation, total)).length })),
    total: countsOf(covered),
    areas: [...areas.values()].map((group) => ({ ...placeOf(group), ...countsOf(group) })),
    operations: covered,
    common: commonCoverage(seen, commonCodes),
  }
}

/** Facts by operation and code. */
type Seen = Map<string, Map<string, Set<string>>>

function commonCoverage(seen: Seen, commonCodes: CommonCodes): CommonCoverage[] {
  return (Object.keys(commonCodes) as Dialect[]).flatMap((dialect) => {
    const produced = new Set([...seen].flatMap(([key, codes]) => (dialectOf(key) === dialect ? [...codes.keys()] : [])))
    return [...commonCodes[dialect]].sort().map((code) => ({ dialect, code, produced: produced.has(code) }))
  })
}

/** `tencent` of `tencent:AddUserToGroup`. */
export function dialectOf(key: string): Dialect {
  return key.slice(0, key.indexOf(':')) as Dialect
}

/** Whether a test can bring it about: by a state, by a request, or by the stand-in's switch for failing dependencies. */
export function isReachable({ reach }: DocumentedError): boolean {
  return reach !== 'unreachable'
}

function operationCoverage(operation: Operation, codes: ReadonlyMap<string, ReadonlySet<string>>): OperationCoverage {
  const { key, version, area, errors } = operation
  const pairs = errors.map(({ says: _, ...error }) => {
    const facts = [...(codes.get(error.code) ?? [])].sort()
    return { ...error, produced: codes.has(error.code), ...(facts.length > 0 && { facts }) }
  })
  return {
    key,
    version,
    area,
    answered: codes.has('OK'),
    pairs: pairs.sort((left, right) => (left.code < right.code ? -1 : 1)),
  }
}

function countsOf(operations: readonly OperationCoverage[]): Counts {
  const pairs = operations.flatMap((operation) => operation.pairs)
  return {
    operations: operations.length,
    pairs: pairs.length,
    reachable: pairs.filter(isReachable).length,
    produced: pairs.filter((pair) => isReachable(pair) && pair.produced).length,
    unreachable: pairs.filter((pair) => pair.reach === 'unreachable').length,
    faults: pairs.filter((pair) => pair.reach === 'fault').length,
  }
}

function placeOf([first]: readonly OperationCoverage[]): { dialect: Dialect; area: string } {
  return { dialect: dialectOf(first?.key ?? ''), area: first?.area ?? '' }
}

function isOf(operation: Operation, total: VendorTotal): boolean {
  return operation.dialect === total.dialect && operation.service === total.service && operation.version === total.version
}
