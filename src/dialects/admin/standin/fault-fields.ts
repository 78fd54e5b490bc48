import { Type } from 'typebox'
import { problem } from '../problem.ts'

/** A failure that was set for an operation; `times` is null for one that lasts until it is cleared. */
export interface SetFault {
  readonly operation: string
  readonly code: string
  readonly times: number | null
}

/** What the stand-in lets a test do to the dependencies of operations. */
export interface FaultControls {
  /** The codes that an operation may be made to fail with; undefined for what is no operation. */
  codesOf(operation: string): readonly string[] | undefined
  set(fault: SetFault): void
  clear(operation: string): void
  list(): SetFault[]
}

/** As coverage and metrics name an operation. */
export const operation = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'Key of the operation: `tencent:CreateGroup`; an older version of it is `tencent:2018-12-25:AddOrganizationNode`',
})

export const fault = Type.Object({
  operation: Type.String(),
  code: Type.String(),
  times: Type.Union([Type.Integer(), Type.Null()], { description: 'Calls that it is still to meet; null = all until it is cleared' }),
})

/** The codes of an operation that can be made to fail; refuses what is none. */
export function codesOf(controls: FaultControls, key: string): readonly string[] {
  const codes = controls.codesOf(key)
  if (codes) return codes
  throw problem(
    'fault_target_unknown',
    `No operation ${key} can be made to fail. Operations are named as in /catalog.json: tencent:CreateGroup.`,
    `没有可设置故障的接口 ${key}，名称见 /catalog.json，例如 tencent:CreateGroup。`,
    { pointer: '/params/operation' },
  )
}
