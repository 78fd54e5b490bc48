/** A user or group as this wire shows it, before anything of it is left out. */
export interface Resource {
  readonly schemas: readonly string[]
  readonly id: string
  readonly meta: Meta
  readonly [attribute: string]: unknown
}

export interface Meta {
  readonly resourceType: 'User' | 'Group'
  readonly created: string
  readonly lastModified: string
  readonly location: string
  /** The entity tag: `W/"3"`; with a mark behind the number where groups or members are shown, which change without it. */
  readonly version: string
}

/** A moment in RFC 3339, always in UTC. */
export function wireTime(ms: number): string {
  return new Date(ms).toISOString()
}
