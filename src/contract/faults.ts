/** Which operations are to fail now, as a failing dependency would make them. */
export interface Faults {
  /** The code that this call of the operation is to answer, if it is to fail; a rehearsed call does not count. */
  take(operation: string, rehearsed: boolean): string | undefined
}
