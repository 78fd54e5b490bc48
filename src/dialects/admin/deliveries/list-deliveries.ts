import { Type } from 'typebox'
import { type DeliveryPlace, listDeliveries as list } from '../../../directory/deliveries/list-deliveries.ts'
import { adminOperation } from '../admin-operation.ts'
import { appParams } from '../apps/app-fields.ts'
import { cursor, cut, defaultLimit, isIdText, pageQuery, placeIn } from '../paging.ts'
import { delivery, deliveryStatus, showDelivery } from './delivery-fields.ts'

function isPlace(value: unknown): value is DeliveryPlace {
  return Array.isArray(value) && value.length === 2 && Number.isSafeInteger(value[0]) && isIdText(value[1])
}

export const listDeliveries = adminOperation({
  name: 'ListDeliveries',
  area: 'deliveries',
  summary: {
    en: 'List events that could not be delivered to an app: dead ones, or those that are sent again',
    zh: '查询未能投递给应用的事件：已放弃的，或等待重试的',
  },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/companies/:company/apps/:app/deliveries',
  params: appParams,
  query: { status: Type.Optional(deliveryStatus), ...pageQuery },
  output: Type.Object({ items: Type.Array(delivery), cursor }),
  status: 200,
  errors: ['app_not_found', 'cursor_invalid'],
  async handle({ session }, { params, query: { status = 'dead', after, limit = defaultLimit } }) {
    const place: DeliveryPlace = after === undefined ? [-1, ''] : placeIn(after, isPlace)
    const found = await session.read((reader) => list(reader, { ...params, status, after: place, limit: limit + 1 }))
    const page = cut(found, limit, ({ dueAt, id }) => [dueAt, id])
    return { items: page.rows.map(showDelivery), cursor: page.cursor }
  },
})
