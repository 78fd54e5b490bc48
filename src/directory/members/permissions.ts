import { Refused } from '../refusals.ts'
import { leastPermissions } from './member.ts'

/** Financial permissions that a manager can have over a member. Source: the vendor's list of them, where a member is created. */
const permissionIds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** The member has the payer's offers. */
export const offerInheritance = 6
/** Another account pays for the member. */
export const payOnBehalf = 7

/** Open to an organization only when its business contact has opened them. */
const openedOnRequest: readonly number[] = [3, 10]

/**
 * The permissions that are asked for, each once and in order.
 * Refuses with `permission_unknown`, `permission_mandatory`, `permission_not_opened`.
 */
export function requirePermissions(asked: readonly number[], opened: readonly number[]): number[] {
  for (const permission of asked) {
    if (!(permissionIds as readonly number[]).includes(permission)) throw new Refused({ fact: 'permission_unknown', permission })
    if (openedOnRequest.includes(permission) && !opened.includes(permission))
      throw new Refused({ fact: 'permission_not_opened', permission })
  }
  const missing = leastPermissions.find((permission) => !asked.includes(permission))
  if (missing !== undefined) throw new Refused({ fact: 'permission_mandatory', permission: missing })
  return [...new Set(asked)].sort((left, right) => left - right)
}

/** Who pays on behalf is named when, and only when, that permission is asked for. Refuses with `payer_missing`, `payer_without_permission`. */
export function requirePayerNamed(permissions: readonly number[], payer: number | null): void {
  const asked = permissions.includes(payOnBehalf)
  if (asked && payer === null) throw new Refused({ fact: 'payer_missing' })
  if (!asked && payer !== null) throw new Refused({ fact: 'payer_without_permission', payer })
}

/** What is left of permissions when nobody pays for the member any more. */
export function withoutPayer(permissions: readonly number[]): number[] {
  return permissions.filter((permission) => permission !== payOnBehalf)
}
