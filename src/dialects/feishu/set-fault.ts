import { type Faults, faultText } from '../../contract/faults.ts'
import type { Operation } from '../../contract/operation.ts'
import { FeishuError } from './feishu-error.ts'

/** Fails as a dependency would, when the stand-in was told so for this endpoint. */
export function failAsSet(faults: Faults | undefined, { key }: Operation, rehearsed: boolean): void {
  const code = faults?.take(key, rehearsed)
  if (code !== undefined) throw new FeishuError(Number(code), faultText(key, code))
}
