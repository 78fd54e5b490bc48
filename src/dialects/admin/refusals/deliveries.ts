import type { Wordings } from './wording.ts'

/** Facts about deliveries of events that an operation of this wire can meet. */
export const deliveryWordings = {
  delivery_not_found: {
    status: 404,
    title: 'No such delivery',
    en: (r) => `No delivery ${r.delivery} waits or is dead for this app. What arrived is not kept; GET …/deliveries lists the rest.`,
    zh: (r) => `该应用没有等待重试或已放弃的事件 ${r.delivery}，已送达的不再保留，可用 GET …/deliveries 查询其余事件。`,
  },
} satisfies Wordings
