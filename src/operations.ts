import type { Operation } from './contract/operation.ts'
import { adminOperations } from './dialects/admin/operations.ts'
import { organization20210331 } from './dialects/tencent/organization-2021-03-31.ts'

/** Every operation of every dialect: what documents, coverage and catalog are derived from. */
export const operations: readonly Operation[] = [...organization20210331, ...adminOperations]
