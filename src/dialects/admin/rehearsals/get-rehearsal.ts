import { type Static, Type } from 'typebox'
import type { Rehearsals } from '../../../contract/rehearsals.ts'
import { type AdminOperation, adminOperation } from '../admin-operation.ts'
import { event } from '../events/event-fields.ts'
import { problem } from '../problem.ts'

const { tenant, kind, subject, before, after } = event.properties
const change = Type.Object({ tenant, kind, subject, before, after })

/** Needs the rehearsals of the server that it is mounted on. */
export function getRehearsal(rehearsals: Pick<Rehearsals, 'find'>): AdminOperation {
  return adminOperation({
    name: 'GetRehearsal',
    area: 'rehearsals',
    summary: {
      en: 'Read what a request with `X-Rollcall-Dry-Run: true` would have changed, for an hour, on the server that rehearsed it',
      zh: '查询带 `X-Rollcall-Dry-Run: true` 的请求本会产生的变更，一小时内、在执行预演的服务器上可查',
    },
    kind: 'read',
    method: 'GET',
    path: '/admin/v1/rehearsals/:request',
    params: { request: Type.String({ minLength: 1, maxLength: 64, description: 'Id of the rehearsed request, as its answer told it' }) },
    output: Type.Object({
      changes: Type.Array(change, {
        description: 'The events that it would have written, in order; none when nothing would have changed',
      }),
    }),
    status: 200,
    errors: ['rehearsal_not_found'],
    async handle(_call, { params: { request } }) {
      const changes = rehearsals.find(request)
      if (!changes) {
        throw problem(
          'rehearsal_not_found',
          `This server keeps no rehearsal of request ${request}. It keeps them in memory for an hour; refusals, which change nothing, are not kept. Rehearse it again.`,
          `本服务器未保存请求 ${request} 的预演结果：结果仅在内存中保留一小时，被拒绝的请求不保存。请重新预演。`,
        )
      }
      return { changes: changes as Static<typeof change>[] }
    },
  })
}
