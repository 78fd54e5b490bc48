import type { AdminCall } from '../admin-operation.ts'
import { invalid } from '../findings.ts'

interface Words {
  readonly scopes?: readonly string[]
  readonly subscriptions?: readonly string[]
}

/** Refuses misspelt names, of which nothing would ever be heard. */
export function checkWords({ meant }: Pick<AdminCall, 'meant'>, { scopes = [], subscriptions = [] }: Words): void {
  for (const [index, scope] of scopes.entries()) refuseMisspelt(`/body/scopes/${index}`, scope, meant('scope', scope))
  for (const [index, type] of subscriptions.entries()) refuseMisspelt(`/body/subscriptions/${index}`, type, meant('event', type))
}

function refuseMisspelt(pointer: string, written: string, meant: string | undefined): void {
  if (meant === undefined) return
  throw invalid(pointer, { en: `is ${written}, which nobody knows; ${meant} may be meant`, zh: `${written} 不存在，是否应为 ${meant}` })
}
