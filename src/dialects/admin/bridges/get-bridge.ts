import { bridgeNow } from '../../../directory/bridges/find-bridge.ts'
import { adminOperation } from '../admin-operation.ts'
import { bridge, bridgeParams, showBridge } from './bridge-fields.ts'

export const getBridge = adminOperation({
  name: 'GetBridge',
  area: 'bridges',
  summary: { en: 'Get a bridge: what it takes, and how it went the last time', zh: '查询同步桥的选择、映射和最近一次执行情况' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/zones/:zone/bridges/:bridge',
  params: bridgeParams,
  output: bridge,
  status: 200,
  errors: ['zone_not_found', 'bridge_not_found'],
  async handle({ session }, { params }) {
    return showBridge(await session.read((reader) => bridgeNow(reader, params.zone, params.bridge)))
  },
})
