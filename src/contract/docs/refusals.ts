import type { Coverage, PairCoverage } from '../derive/coverage.ts'
import type { Dialect, Operation, Text } from '../operation.ts'
import type { FactWords } from './fact-words.ts'

/** A code of an operation, with the messages that it comes with: one for each fact that tests were refused with. */
export interface RefusedPair extends PairCoverage {
  readonly words?: readonly Text[]
}

/** The codes of an operation as pages show them, in the order in which it declares them. */
export type Refusals = (operation: Operation) => readonly RefusedPair[]

/** What is said of a code that any operation of a dialect may answer: status and text of the vendor, our own words. */
export type CommonWords = (dialect: Dialect, code: string) => { readonly says?: string; readonly words?: Text | undefined }

/** Lays what tests produced, and how the wire words it, beside what operations declare. */
export function refusalsOf({ operations }: Coverage, factWords: FactWords): Refusals {
  const covered = new Map(
    operations.map(({ key, version, pairs }) => [`${key} ${version}`, new Map(pairs.map((pair) => [pair.code, pair]))]),
  )
  return (operation) =>
    operation.errors.map((error) => {
      const { produced = false, facts = [] } = covered.get(`${operation.key} ${operation.version}`)?.get(error.code) ?? {}
      const words = facts.map((fact) => factWords(operation, fact)).filter((text) => text !== undefined)
      return { ...error, produced, words }
    })
}
