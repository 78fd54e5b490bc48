import type { checkedActions } from './sdk-types.ts'
import type { Misfits } from './sdk-fit.ts'
type M = Misfits<typeof checkedActions>
export const a: { [K in keyof M]: 0 } = {} as M
type Show<K extends keyof M> = M[K]
export const b: Show<'UpdateZone'> = 1
export const c: Show<'CreateOrganization'> = 1
export const e: Show<'DescribeIdentityCenter'> = 1
