import type { Faults } from '../../contract/faults.ts'
import type { Operation } from '../../contract/operation.ts'
import { FeishuError } from './feishu-error.ts'

/** Fails as a dependency would, when the stand-in was told so for this endpoint. */
export function failAsSet(faults: Faults | undefined, endpoint: Operation, rehearsed: boolean): void {
  const code = faults?.take(endpoint.key, rehearsed)
  if (code === undefined) return
  throw new FeishuError(Number(code), {
    en: `The stand-in makes ${endpoint.name} fail with ${code}.`,
    zh: `测试控制使 ${endpoint.name} 以 ${code} 失败。`,
  })
}
