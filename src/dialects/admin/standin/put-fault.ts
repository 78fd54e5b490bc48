import { Type } from 'typebox'
import { type AdminOperation, adminOperation } from '../admin-operation.ts'
import { problem } from '../problem.ts'
import { strictObject } from '../strict-object.ts'
import { codesOf, type FaultControls, fault, operation } from './fault-fields.ts'

/** The operation is mounted only by a server whose stand-in is on. */
export function putFault(controls: FaultControls): AdminOperation {
  return adminOperation({
    name: 'PutFault',
    area: 'standin',
    summary: {
      en: 'Let an operation fail as if something that it depends on did (only with ROLLCALL_STANDIN=on)',
      zh: '使接口返回依赖故障（仅在 ROLLCALL_STANDIN=on 时可用）',
    },
    kind: 'write',
    method: 'PUT',
    path: '/admin/v1/standin/faults/:operation',
    params: { operation },
    body: strictObject({
      code: Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'A code whose reach for the operation is `fault`, or `InternalError`',
      }),
      times: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Calls that are to fail; absent = all until it is cleared' }),
      ),
    }),
    output: fault,
    status: 200,
    errors: ['fault_target_unknown', 'fault_code_undeclared'],
    async handle({ session }, { params, body: { code, times = null } }) {
      const codes = codesOf(controls, params.operation)
      if (!codes.includes(code)) throw undeclared(params.operation, code, codes)
      const set = { operation: params.operation, code, times }
      if (!session.rehearsal) controls.set(set)
      return set
    },
  })
}

function undeclared(key: string, code: string, codes: readonly string[]) {
  return problem(
    'fault_code_undeclared',
    `No failing dependency makes ${key} answer ${code}. It can be set to ${codes.join(', ') || 'nothing'}.`,
    `依赖故障不会使 ${key} 返回 ${code}，可设置：${codes.join('、') || '无'}。`,
    { pointer: '/body/code' },
  )
}
