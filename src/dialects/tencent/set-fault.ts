import type { Faults } from '../../contract/faults.ts'
import type { Action } from './action.ts'
import { TencentError } from './tencent-error.ts'

/** Fails as a dependency would, when the stand-in was told so for this action. */
export function failAsSet(faults: Faults | undefined, { key }: Action, rehearsed: boolean): void {
  const code = faults?.take(key, rehearsed)
  if (code === undefined) return
  const way = `DELETE /admin/v1/standin/faults/${key}`
  throw new TencentError(code, {
    en: `The stand-in was told to let ${key} fail with ${code}. Nothing was changed; ${way} ends it.`,
    zh: `已通过模拟开关设置 ${key} 返回故障 ${code}，未作任何变更；可用 ${way} 解除。`,
  })
}
