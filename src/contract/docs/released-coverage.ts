import counted from '../../../docs/reference/coverage.json' with { type: 'json' }
import type { Coverage } from '../derive/coverage.ts'

/** What the tests of this release produced, as `npm run docs` wrote it; a bundle holds it. */
export const releasedCoverage = counted as Coverage
