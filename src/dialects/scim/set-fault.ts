import type { Faults } from '../../contract/faults.ts'
import { busy, type ScimCode, scimError } from './scim-error.ts'
import type { ScimOperation } from './scim-operation.ts'

/** Fails as a dependency would, when the stand-in was told so for this operation. */
export function failAsSet(faults: Faults | undefined, { key }: ScimOperation, rehearsed: boolean): void {
  const code = faults?.take(key, rehearsed) as ScimCode | undefined
  if (code === undefined) return
  throw scimError(
    code,
    `The stand-in makes ${key} fail with ${code}. Try again later.`,
    `测试控制使 ${key} 以 ${code} 失败，请稍后重试。`,
    busy.includes(code) ? { 'retry-after': '1' } : undefined,
  )
}
