import { Type } from 'typebox'
import { applyBridge as apply } from '../../../directory/bridges/apply-bridge.ts'
import { adminOperation } from '../admin-operation.ts'
import { problem } from '../problem.ts'
import { strictObject } from '../strict-object.ts'
import { bridgeParams } from './bridge-fields.ts'
import { report, showReport } from './report-fields.ts'

export const applyBridge = adminOperation({
  name: 'ApplyBridge',
  area: 'bridges',
  summary: {
    en: 'Have the zone agree with the company, item by item, and tell of every item that failed or is held',
    zh: '执行同步，使空间与企业一致，并报告每一项失败或被保留的变更',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/zones/:zone/bridges/:bridge/apply',
  params: bridgeParams,
  body: Type.Optional(
    strictObject({
      allow: Type.Optional(
        Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
          maxItems: 1000,
          description: 'Ids of groups of the zone that may lose more than the set share, or be deleted; `users` for users themselves',
        }),
      ),
      allowAll: Type.Optional(Type.Boolean({ description: 'Whether everything that is held may be done' })),
    }),
  ),
  output: report,
  status: 200,
  errors: ['zone_not_found', 'bridge_not_found', 'synchronization_off', 'rehearsal_not_possible'],
  async handle({ session }, { params: { zone, bridge }, body: { allow = [], allowAll = false } = {} }) {
    if (session.rehearsal) throw notRehearsed()
    const allowance = { groups: new Set(allow), users: allow.includes('users'), all: allowAll }
    return showReport(await apply(session, zone, bridge, allowance))
  },
})

function notRehearsed() {
  return problem(
    'rehearsal_not_possible',
    'Applying a bridge takes many steps, each of which sees the one before, so it cannot be rehearsed as one. POST …/preview shows what it would do.',
    '执行同步由许多前后相依的步骤组成，无法整体演练，请用 POST …/preview 查看将要执行的变更。',
  )
}
