import { isAddressOrRange } from '../../../directory/accounts/address-range.ts'
import type { AdminCall } from '../admin-operation.ts'
import { invalid } from '../findings.ts'

interface Words {
  readonly ipAllow?: readonly string[]
  readonly scopes?: readonly string[]
  readonly subscriptions?: readonly string[]
}

/** Refuses what nobody understands: a rule that would let in, or keep out, the wrong ones, and misspelt names of which nothing would ever be heard. */
export function checkWords({ meant }: Pick<AdminCall, 'meant'>, { ipAllow = [], scopes = [], subscriptions = [] }: Words): void {
  const wrong = ipAllow.findIndex((entry) => !isAddressOrRange(entry))
  if (wrong >= 0)
    throw invalid(`/body/ipAllow/${wrong}`, {
      en: 'must be an IPv4 or IPv6 address or a CIDR range',
      zh: '应为 IPv4、IPv6 地址或 CIDR 网段',
    })
  for (const [index, scope] of scopes.entries()) refuseMisspelt(`/body/scopes/${index}`, scope, meant('scope', scope))
  for (const [index, type] of subscriptions.entries()) refuseMisspelt(`/body/subscriptions/${index}`, type, meant('event', type))
}

function refuseMisspelt(pointer: string, written: string, meant: string | undefined): void {
  if (meant === undefined) return
  throw invalid(pointer, { en: `is ${written}, which nobody knows; ${meant} may be meant`, zh: `${written} 不存在，是否应为 ${meant}` })
}
