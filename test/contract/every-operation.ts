import { adminOperations } from '../../src/dialects/admin/operations.ts'
import { organization20210331 } from '../../src/dialects/tencent/organization-2021-03-31.ts'

/** What a server mounts. */
export const everyOperation = [...organization20210331, ...adminOperations]
