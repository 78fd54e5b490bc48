import { Type } from 'typebox'
import { bridgeNow } from '../../../directory/bridges/find-bridge.ts'
import { adminOperation } from '../admin-operation.ts'
import { bridgeParams } from './bridge-fields.ts'
import { report, showReport } from './report-fields.ts'

export const getBridgeReport = adminOperation({
  name: 'GetBridgeReport',
  area: 'bridges',
  summary: {
    en: 'Get how a bridge went the last time, and every item that is still open',
    zh: '查询同步桥最近一次执行的报告和所有未完成的变更',
  },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/zones/:zone/bridges/:bridge/report',
  params: bridgeParams,
  output: Type.Object({ report: Type.Union([report, Type.Null()], { description: 'Null before the first time' }) }),
  status: 200,
  errors: ['zone_not_found', 'bridge_not_found'],
  async handle({ session }, { params }) {
    const { bridge } = await session.read((reader) => bridgeNow(reader, params.zone, params.bridge))
    return { report: bridge.report ? showReport(bridge.report) : null }
  },
})
