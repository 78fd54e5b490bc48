import { join } from 'node:path'
import { root } from '../ground/tree.ts'

/** What a user starts: runs the bundle, which starts five times as fast as the sources; `global-setup.ts` has it built before the first test. */
export const program = join(root, 'bin', 'rollcall.js')
