import { constants, setPriority } from 'node:os'

/** Where a server shares the processors, it goes first: nobody waits for this command. */
export function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Not to be had here.
  }
}
