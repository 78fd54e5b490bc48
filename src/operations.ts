import type { Operation } from './contract/operation.ts'
import { adminOperations } from './dialects/admin/operations.ts'
import { turnClock } from './dialects/admin/standin/turn-clock.ts'
import { organization20181225 } from './dialects/tencent/organization-2018-12-25.ts'
import { organization20210331 } from './dialects/tencent/organization-2021-03-31.ts'

/** Documented everywhere, mounted only by a server whose stand-in is on. */
const standinOperations = [turnClock({ turnClock: () => 0 })]

/** Every operation of every dialect: what documents, coverage and catalog are derived from. */
export const operations: readonly Operation[] = [...organization20210331, ...organization20181225, ...adminOperations, ...standinOperations]
