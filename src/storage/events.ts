/** What happened, as a command records it; the store adds who, when and the place in the tenant's stream. */
export interface EventDraft {
  readonly kind: string
  /** The id of the thing that changed. */
  readonly subject: string
  readonly before?: object
  readonly after?: object
  /** The stream it belongs to; the unit's own tenant when absent. */
  readonly tenant?: string
}
