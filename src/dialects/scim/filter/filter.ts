export const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const
export type Comparison = (typeof comparisons)[number]

/** A filter as it was written (RFC 7644 §3.4.2.2): names of attributes are the client's still. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'present'; readonly path: string }
  | { readonly kind: 'compare'; readonly path: string; readonly comparison: Comparison; readonly value: string | number | boolean | null }
  /** `emails[…]`: some entry of the list is as `part` says. In `part` names are those of sub-attributes. */
  | { readonly kind: 'within'; readonly path: string; readonly part: Filter }
