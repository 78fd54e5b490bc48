import type { Fact, Refusal } from '../../../directory/refusals.ts'

type Of<F extends Fact> = Extract<Refusal, { fact: F }>

/** How this wire says one fact. */
export interface Wording<F extends Fact> {
  readonly status: number
  readonly title: string
  readonly en: (refusal: Of<F>) => string
  readonly zh: (refusal: Of<F>) => string
}

/** How this wire says each of some facts. A fact without a row does not compile. */
export type Wordings<Facts extends Fact> = { readonly [F in Facts]: Wording<F> }
