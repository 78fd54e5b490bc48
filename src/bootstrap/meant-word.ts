import type { Meant } from '../dialects/admin/admin-operation.ts'
import { contactEventTypes } from '../dialects/feishu/events/event-types.ts'
import { everyScope } from '../dialects/feishu/every-scope.ts'
import { closestName } from '../settings/closest-name.ts'

/** Among the scopes and events of the endpoints that are served here. */
export const meantWord: Meant = (what, written) => {
  const known: readonly string[] = what === 'scope' ? everyScope() : contactEventTypes
  return known.includes(written) ? undefined : closestName(written, known, 0)
}
