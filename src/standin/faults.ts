/** A failure that an operation is to answer with; `times` is null for one that lasts until it is cleared. */
interface SetFault {
  readonly operation: string
  readonly code: string
  readonly times: number | null
}

/** Which operations of this server are to fail: in memory, gone with the process. */
export interface StandinFaults {
  codesOf(operation: string): readonly string[] | undefined
  set(fault: SetFault): void
  clear(operation: string): void
  list(): SetFault[]
  /** The code that this call is to answer, if it is to fail; counts it, unless it is only rehearsed. */
  take(operation: string, rehearsed: boolean): string | undefined
}

/** `codes` are the codes with which each operation that can be made to fail may do so. */
export function standinFaults(codes: ReadonlyMap<string, readonly string[]>): StandinFaults {
  const faults = new Map<string, SetFault>()
  return {
    codesOf: (operation) => codes.get(operation),
    set: (fault) => void faults.set(fault.operation, fault),
    clear: (operation) => void faults.delete(operation),
    list: () => [...faults.values()],
    take(operation, rehearsed) {
      const fault = faults.get(operation)
      if (!fault) return undefined
      if (fault.times !== null && !rehearsed) {
        if (fault.times === 1) faults.delete(operation)
        else faults.set(operation, { ...fault, times: fault.times - 1 })
      }
      return fault.code
    },
  }
}
