import { Type } from 'typebox'
import { type AdminOperation, adminOperation } from '../admin-operation.ts'
import { codesOf, type FaultControls, operation } from './fault-fields.ts'

/** The operation is mounted only by a server whose stand-in is on. */
export function deleteFault(controls: FaultControls): AdminOperation {
  return adminOperation({
    name: 'DeleteFault',
    area: 'standin',
    summary: {
      en: 'Let an operation work again, whether or not it was set to fail (only with ROLLCALL_STANDIN=on)',
      zh: '解除接口的故障设置（仅在 ROLLCALL_STANDIN=on 时可用）',
    },
    kind: 'write',
    method: 'DELETE',
    path: '/admin/v1/standin/faults/:operation',
    params: { operation },
    output: Type.Null(),
    status: 204,
    errors: ['fault_target_unknown'],
    async handle({ session }, { params }) {
      codesOf(controls, params.operation)
      if (!session.rehearsal) controls.clear(params.operation)
      return null
    },
  })
}
