import { Type } from 'typebox'
import type { ServiceName } from '../../../directory/services/services.ts'

const refusal = 'InvalidParameter'

/** One of the two names the service; the directory refuses none, and two that do not agree. */
export const serviceNameInput = {
  ServiceId: Type.Optional(Type.Integer({ minimum: 1, refusal })),
  Product: Type.Optional(Type.String({ minLength: 1, maxLength: 64, refusal, examples: ['cloudaudit'] })),
}

export function serviceNameOf({ ServiceId, Product }: { readonly ServiceId?: number; readonly Product?: string }): ServiceName {
  return { id: ServiceId, product: Product }
}

/** How this wire says yes and no in most members of services. */
export const oneOrTwo = (yes: boolean): number => (yes ? 1 : 2)
