import { type Faults, faultText } from '../../contract/faults.ts'
import type { Action } from './action.ts'
import { TencentError } from './tencent-error.ts'

/** Fails as a dependency would, when the stand-in was told so for this action. */
export function failAsSet(faults: Faults | undefined, { key }: Action, rehearsed: boolean): void {
  const code = faults?.take(key, rehearsed)
  if (code !== undefined) throw new TencentError(code, faultText(key, code))
}
