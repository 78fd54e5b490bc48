import { Refused } from '../refusals.ts'

/** Whether the version that something has now is the one that the caller knows. */
export type Precondition = (version: number) => boolean

/** Refuses with `version_differs`. */
export function requireVersion({ id, version }: { readonly id: string; readonly version: number }, precondition?: Precondition): void {
  if (precondition && !precondition(version)) throw new Refused({ fact: 'version_differs', subject: id, version })
}
