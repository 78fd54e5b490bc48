import type { Fact, Refusal } from '../../../directory/refusals.ts'

type Of<F extends Fact> = Extract<Refusal, { fact: F }>

/** The action that met a fact, and the codes that the vendor lists for it. */
export interface Met {
  readonly name: string
  readonly codes: ReadonlySet<string>
}

export interface Wording<F extends Fact> {
  /** The code; by action where the vendor has several for one fact. */
  readonly code: string | ((refusal: Of<F>, met: Met) => string)
  readonly en: (refusal: Of<F>, met: Met) => string
  readonly zh: (refusal: Of<F>, met: Met) => string
  /** Members by which the words are chosen, as documents show them. */
  readonly example?: Partial<Of<F>>
}

/** How this wire words each of some facts. A fact without a row does not compile. */
export type Wordings<Area extends { fact: Fact }> = { readonly [F in Area['fact']]: Wording<F> }

/** The first of these codes that the vendor lists for the action; the last one when it lists none. */
export const firstListed =
  (...codes: readonly [string, ...string[]]) =>
  (_: unknown, met: Met): string =>
    codes.find((code) => met.codes.has(code)) ?? (codes.at(-1) as string)
