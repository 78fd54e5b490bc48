import { Type } from 'typebox'
import { listBridges as list } from '../../../directory/bridges/find-bridge.ts'
import { adminOperation } from '../admin-operation.ts'
import { zoneId } from '../fields.ts'
import { cursor, cut, defaultLimit, isIdText, pageQuery, placeIn } from '../paging.ts'
import { bridge, showBridge } from './bridge-fields.ts'

export const listBridges = adminOperation({
  name: 'ListBridges',
  area: 'bridges',
  summary: { en: 'List the bridges that fill a zone, by id', zh: '查询空间的同步桥，按编号排序' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/zones/:zone/bridges',
  params: { zone: zoneId },
  query: pageQuery,
  output: Type.Object({ items: Type.Array(bridge), cursor }),
  status: 200,
  errors: ['zone_not_found', 'cursor_invalid'],
  async handle({ session }, { params, query }) {
    const limit = query.limit ?? defaultLimit
    const after = query.after === undefined ? '' : placeIn(query.after, isIdText)
    const { bridges, zone } = await session.read((reader) => list(reader, params.zone, { after, limit: limit + 1 }))
    const page = cut(bridges, limit, ({ id }) => id)
    return { items: page.rows.map((one) => showBridge({ bridge: one, zone })), cursor: page.cursor }
  },
})
