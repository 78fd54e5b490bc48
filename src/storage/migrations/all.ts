import { foundation } from './0001-foundation.ts'

/** Every migration, oldest first; what was released is never edited. */
export const migrations = [foundation] as const
