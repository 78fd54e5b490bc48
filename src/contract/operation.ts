import type { TSchema } from 'typebox'

/** The same text in the two languages that Rollcall speaks. */
export interface Text {
  readonly en: string
  readonly zh: string
}

export type Dialect = 'tencent' | 'admin' | 'feishu' | 'scim'

/** One error code that the vendor documents for an operation. */
export interface DocumentedError {
  readonly code: string
  /**
   * `state`: some state or request brings it about. `chosen`: so too, but the vendor's list lacks it. `fault`: only a failing dependency
   * does. `unreachable`: no documented request leads to it. `reason` says why it was chosen, or is unreachable.
   */
  readonly reach: 'state' | 'chosen' | 'fault' | 'unreachable'
  readonly reason?: string
  /** HTTP status and the vendor's own text, where both belong to the operation: `400 param error`. */
  readonly says?: string
}

/** So many calls in so many seconds. */
export interface RateWindow {
  readonly calls: number
  readonly seconds: number
}

/** What every operation declares of itself, whatever its dialect. Documents, permissions, limits and metrics are derived from it. */
export interface Operation {
  readonly dialect: Dialect
  /** The vendor's product, as it stands before the colon of a permission name: `organization`. */
  readonly service: string
  readonly version: string
  /** The vendor's own name: `AddUserToGroup`. */
  readonly name: string
  /** What `operationKey` gives: metric label, fault target and key in coverage. */
  readonly key: string
  /** The vendor's documentation area, which is the folder too: `identity-center/groups`. */
  readonly area: string
  readonly summary: Text
  /** Page or model where the vendor says so. */
  readonly source: string
  readonly kind: 'read' | 'write'
  /** What a policy must allow: `organization:AddUserToGroup`. */
  readonly permission: string
  /** Calls a second for one root account; an operation with neither this nor windows is not limited. */
  readonly rate?: number
  /** Calls of one app in one company, where limits are counted so: all windows hold. */
  readonly windows?: readonly RateWindow[]
  /** On a wire with several kinds of bearer tokens, those of which it takes one: `tenant`, `user`, `app`; none where the list is empty. */
  readonly tokens?: readonly string[]
  /** False for a write that cannot be rehearsed: asked to be, it is refused, or done all the same. */
  readonly rehearsed?: false
  readonly http: { readonly method: string; readonly path: string }
  readonly input: TSchema
  readonly output: TSchema
  readonly errors: readonly DocumentedError[]
}

/** How each wire says that the server itself failed. */
const ownFailure: Readonly<Record<Dialect, string>> = {
  tencent: 'InternalError',
  admin: 'internal_error',
  feishu: '2200',
  scim: 'internalError',
}

/** The codes that a failing dependency makes an operation answer; an error of the server's own is always among them. */
export function faultCodes({ dialect, errors }: Operation): string[] {
  const own = ownFailure[dialect]
  const listed = errors.filter(({ reach }) => reach === 'fault').map(({ code }) => code)
  return errors.some(({ code }) => code === own) ? listed : [...listed, own]
}

/** Versions that need no naming: the only one of their dialect, or the one that people mean. One dialect's `v2` is another's rarer one. */
const plainVersions = new Set(['v1', '2021-03-31', 'v3', 'scim:v2'])

/** The name of an operation among all: `tencent:AddUserToGroup`, `tencent:2018-12-25:GetOrganization`. A declaration derives it once. */
export function operationKey(dialect: Dialect, version: string, name: string): string {
  const plain = plainVersions.has(version) || plainVersions.has(`${dialect}:${version}`)
  return plain ? `${dialect}:${name}` : `${dialect}:${version}:${name}`
}
