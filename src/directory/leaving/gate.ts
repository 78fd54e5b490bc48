import type { Blocker } from '../refusals/leaving.ts'
import type { Standing } from './standing.ts'

/** The ways out: the manager removes the member, the member quits, the manager deletes the account for good. */
export type Way = 'remove' | 'quit' | 'delete'

/** Says what keeps a member, or nothing when this does not. */
export type Gate = (standing: Standing) => Blocker | undefined
