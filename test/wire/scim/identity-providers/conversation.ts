/** A user as both surfaces must show him; 'gone': neither knows him any more. */
export type ExpectedUser =
  | 'gone'
  | {
      readonly userName: string
      readonly active: boolean
      readonly givenName?: string
      readonly familyName?: string
      readonly displayName?: string
      readonly email?: string
    }

/** A group as both surfaces must show it; members are the names under which their ids were kept. */
export type ExpectedGroup = 'gone' | { readonly displayName: string; readonly members: readonly string[] }

export interface ExpectedState {
  readonly users?: Readonly<Record<string, ExpectedUser>>
  readonly groups?: Readonly<Record<string, ExpectedGroup>>
}

/** One request of a provider. `{name}` in the path and the body stands for the id that was kept under that name. */
export interface Step {
  readonly why: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: object
  readonly status: number
  /** Parts that the answer must have. */
  readonly answer?: object
  /** The id in the answer is kept under this name. */
  readonly keep?: string
  /** What both surfaces must show as soon as the answer is there. */
  readonly after?: ExpectedState
  /** This request stands in no page or thread: it follows from what does, and says why it is here. */
  readonly inferred?: string
}

/** What an identity provider really sends, in its order, and what must come of it. */
export interface Conversation {
  readonly name: string
  /** Where these requests stand. */
  readonly source: readonly string[]
  /** What the provider sends with each request. */
  readonly headers: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

/** A filter as it stands in a query, the names of kept ids left readable. */
export function filterOf(filter: string): string {
  return encodeURIComponent(filter).replace(/%7B(\w+)%7D/g, '{$1}')
}
