import { Type } from 'typebox'
import { deleteBridge as remove } from '../../../directory/bridges/delete-bridge.ts'
import { adminOperation } from '../admin-operation.ts'
import { bridgeParams } from './bridge-fields.ts'

export const deleteBridge = adminOperation({
  name: 'DeleteBridge',
  area: 'bridges',
  summary: { en: 'Delete a bridge; its users and groups stay as they are', zh: '删除同步桥，已同步的用户和用户组保持不变' },
  kind: 'write',
  method: 'DELETE',
  path: '/admin/v1/zones/:zone/bridges/:bridge',
  params: bridgeParams,
  output: Type.Null(),
  status: 204,
  errors: ['zone_not_found', 'bridge_not_found'],
  async handle({ session }, { params: { zone, bridge: id } }) {
    await session.write(zone, (tx) => remove(tx, zone, id))
    return null
  },
})
