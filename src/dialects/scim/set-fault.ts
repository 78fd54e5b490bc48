import { type Faults, faultText } from '../../contract/faults.ts'
import { busy, type ScimCode, scimError } from './scim-error.ts'
import type { ScimOperation } from './scim-operation.ts'

/** Fails as a dependency would, when the stand-in was told so for this operation. */
export function failAsSet(faults: Faults | undefined, { key }: ScimOperation, rehearsed: boolean): void {
  const code = faults?.take(key, rehearsed) as ScimCode | undefined
  if (code === undefined) return
  const { en, zh } = faultText(key, code)
  throw scimError(code, en, zh, busy.includes(code) ? { 'retry-after': '1' } : undefined)
}
