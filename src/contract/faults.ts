import type { Text } from './operation.ts'

/** Which operations are to fail now, as a failing dependency would make them. */
export interface Faults {
  /** The code that this call of the operation is to answer, if it is to fail; a rehearsed call does not count. */
  take(operation: string, rehearsed: boolean): string | undefined
}

/** What the answer of an operation says that fails because the stand-in was told so; `operation` by its key. */
export function faultText(operation: string, code: string): Text {
  const way = `DELETE /admin/v1/standin/faults/${operation}`
  return {
    en: `The stand-in was told to let ${operation} fail with ${code}. Nothing was changed; ${way} ends it.`,
    zh: `已通过模拟开关设置 ${operation} 返回故障 ${code}，未作任何变更；可用 ${way} 解除。`,
  }
}
