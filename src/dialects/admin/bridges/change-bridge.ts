import { Type } from 'typebox'
import { changeBridge as change } from '../../../directory/bridges/change-bridge.ts'
import { bridgeNow } from '../../../directory/bridges/find-bridge.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'
import { bridge, bridgeParams, removalShare, selection, showBridge, someMapping, status } from './bridge-fields.ts'
import { selectionTold } from './selection-told.ts'

export const changeBridge = adminOperation({
  name: 'ChangeBridge',
  area: 'bridges',
  summary: {
    en: 'Change what a bridge takes and how, or have it follow or pause; another selection or mapping pauses it unless told otherwise',
    zh: '修改同步桥的选择、映射或状态；修改选择或映射后会暂停，除非同时指定状态',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/zones/:zone/bridges/:bridge',
  params: bridgeParams,
  body: strictObject(
    {
      selection: Type.Optional(selection),
      mapping: Type.Optional(someMapping),
      removalShare: Type.Optional(removalShare),
      status: Type.Optional(status),
    },
    { minProperties: 1 },
  ),
  output: bridge,
  status: 200,
  errors: ['zone_not_found', 'bridge_not_found', 'bridge_source_unknown'],
  async handle({ session }, { params: { zone, bridge: id }, body: { selection: chosen, removalShare: share, ...body } }) {
    return await session.write(zone, async (tx) => {
      const { bridge: before } = await bridgeNow(tx, zone, id)
      const told = chosen && (await selectionTold(tx, before.company, chosen, before.selection.departments))
      const rounded = share === undefined ? undefined : Math.round(share * 1000) / 1000
      const changes = { ...body, ...(told && { selection: told }), ...(rounded !== undefined && { removalShare: rounded }) }
      return showBridge(await change(tx, zone, id, changes))
    })
  },
})
