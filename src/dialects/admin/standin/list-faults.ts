import { Type } from 'typebox'
import { type AdminOperation, adminOperation } from '../admin-operation.ts'
import { type FaultControls, fault } from './fault-fields.ts'

/** The operation is mounted only by a server whose stand-in is on. */
export function listFaults(controls: FaultControls): AdminOperation {
  return adminOperation({
    name: 'ListFaults',
    area: 'standin',
    summary: { en: 'List what is set to fail (only with ROLLCALL_STANDIN=on)', zh: '查询故障设置（仅在 ROLLCALL_STANDIN=on 时可用）' },
    kind: 'read',
    method: 'GET',
    path: '/admin/v1/standin/faults',
    output: Type.Object({ items: Type.Array(fault) }),
    status: 200,
    errors: [],
    async handle() {
      return { items: controls.list() }
    },
  })
}
