import { retryDelivery as retry } from '../../../directory/deliveries/retry-delivery.ts'
import { companyStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { appParams } from '../apps/app-fields.ts'
import { delivery, deliveryId, showDelivery } from './delivery-fields.ts'

export const retryDelivery = adminOperation({
  name: 'RetryDelivery',
  area: 'deliveries',
  summary: {
    en: 'Send an event now that could not be delivered, with all attempts before it again',
    zh: '立即重新投递未送达的事件，并重新计算重试次数',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/companies/:company/apps/:app/deliveries/:event/retry',
  params: { ...appParams, event: deliveryId },
  output: delivery,
  status: 200,
  errors: ['app_not_found', 'delivery_not_found'],
  async handle({ session }, { params: { company, app, event } }) {
    return showDelivery(await session.write(companyStream(company), (tx) => retry(tx, { company, app, id: event })))
  },
})
