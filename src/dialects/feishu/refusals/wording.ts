import type { Fact, Refusal } from '../../../directory/refusals.ts'

export type Of<F extends Fact> = Extract<Refusal, { fact: F }>

/** How this wire says one fact: the first of `codes` that the endpoint lists; the last one when it lists none. */
export interface Wording<F extends Fact> {
  readonly codes: readonly [number, ...number[]]
  readonly en: (refusal: Of<F>) => string
  readonly zh: (refusal: Of<F>) => string
}

/** How this wire words each of some facts. A fact without a row does not compile. */
export type Wordings<Area extends { fact: Fact }> = { readonly [F in Area['fact']]: Wording<F> }
