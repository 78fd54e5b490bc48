import type { Fact, Refusal } from '../../../directory/refusals.ts'

type Of<F extends Fact> = Extract<Refusal, { fact: F }>

/** How this wire says one fact. */
export interface Wording<F extends Fact> {
  readonly status: number
  readonly title: string
  readonly en: (refusal: Of<F>) => string
  readonly zh: (refusal: Of<F>) => string
  /** Members by which the words are chosen, as documents show them. */
  readonly example?: Partial<Of<F>>
}

/** How this wire says each of some facts. What is none does not compile. */
export type Wordings = { readonly [F in Fact]?: Wording<F> }
