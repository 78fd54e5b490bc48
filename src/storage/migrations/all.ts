import { foundation } from './0001-foundation.ts'
import { fewerPagesAChange } from './0002-fewer-pages-a-change.ts'
import { organizations } from './0003-organizations.ts'

/** Every migration, oldest first; what was released is never edited. */
export const migrations = [foundation, fewerPagesAChange, organizations] as const
