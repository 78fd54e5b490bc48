import type { Action } from './action.ts'

/** Every action of the older version that Rollcall answers: the same objects, seen through another door. */
export const organization20181225: readonly Action[] = []
