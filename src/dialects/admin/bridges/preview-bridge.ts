import { Type } from 'typebox'
import { noAllowance } from '../../../directory/bridges/planning/guard-removals.ts'
import { previewBridge as preview } from '../../../directory/bridges/preview-bridge.ts'
import { countKinds } from '../../../directory/bridges/report.ts'
import { adminOperation } from '../admin-operation.ts'
import { cursor, cut, defaultLimit, pageQuery, placeIn } from '../paging.ts'
import { bridgeParams } from './bridge-fields.ts'
import { counts, item, showItem } from './item-fields.ts'

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0

export const previewBridge = adminOperation({
  name: 'PreviewBridge',
  area: 'bridges',
  summary: {
    en: 'Show what applying a bridge would do as things stand, item by item; nothing is changed',
    zh: '预览同步桥将执行的每一项变更，不作任何修改',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/zones/:zone/bridges/:bridge/preview',
  params: bridgeParams,
  query: pageQuery,
  output: Type.Object({
    ready: counts,
    failed: Type.Integer({ description: 'Items that cannot be done' }),
    held: Type.Integer({ description: 'Items that may not be done without being told' }),
    items: Type.Array(item),
    cursor,
  }),
  status: 200,
  errors: ['zone_not_found', 'bridge_not_found', 'cursor_invalid'],
  async handle({ session }, { params, query }) {
    const limit = query.limit ?? defaultLimit
    const from = query.after === undefined ? 0 : placeIn(query.after, isPlace)
    const asked = { allowance: noAllowance, now: session.origin.at }
    const items = await session.read((reader) => preview(reader, params.zone, params.bridge, asked))
    const page = cut(items.slice(from, from + limit + 1), limit, () => from + limit)
    return {
      ready: countKinds(items.filter(({ state }) => state === 'ready')),
      failed: items.filter(({ state }) => state === 'failed').length,
      held: items.filter(({ state }) => state === 'held').length,
      items: page.rows.map(showItem),
      cursor: page.cursor,
    }
  },
})
