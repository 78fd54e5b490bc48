import { Refused } from '../refusals.ts'

/** Something that works across an organization, and that a member may administer in its manager's place. */
export interface Service {
  readonly id: number
  /** Its short name. */
  readonly product: string
  readonly name: string
  /** Members may administer it. */
  readonly delegable: boolean
  /** How many at the same time. */
  readonly mostDelegates: number
  /** It tells whether its administrators use it. */
  readonly tellsUse: boolean
  /** Its administrators may be limited to some members and departments. */
  readonly limitable: boolean
}

const ordinary = { delegable: true, mostDelegates: 5, tellsUse: false, limitable: false }

/**
 * Every service, in the order of its id. Only the first one is documented with its id; the rest is our choice, so that every kind is there:
 * see docs/decisions, services of an organization.
 */
export const services: readonly Service[] = [
  { ...ordinary, id: 1, product: 'cloudaudit', name: 'CloudAudit' },
  { ...ordinary, id: 2, product: 'cam', name: 'CAM' },
  { ...ordinary, id: 3, product: 'tag', name: 'Tag', limitable: true },
  { ...ordinary, id: 4, product: 'cic', name: 'IdentityCenter', tellsUse: true },
  { ...ordinary, id: 5, product: 'finance', name: 'Finance', delegable: false, mostDelegates: 0 },
  { ...ordinary, id: 15, product: 'config', name: 'Config', tellsUse: true, limitable: true },
]

/** The short name of a service; its id, where no service has it any more. */
export function productOf(id: number): string {
  return services.find((service) => service.id === id)?.product ?? String(id)
}

/** A service by its id, its short name, or both when they agree. */
export interface ServiceName {
  readonly id?: number | undefined
  readonly product?: string | undefined
}

/** Refuses with `service_not_named` and `service_not_found`. */
export function serviceNamed({ id, product }: ServiceName): Service {
  if (id === undefined && product === undefined) throw new Refused({ fact: 'service_not_named' })
  const named = (service: Service) => (id === undefined || service.id === id) && (product === undefined || service.product === product)
  const found = services.find(named)
  if (!found) throw new Refused({ fact: 'service_not_found', service: [id, product].filter((part) => part !== undefined).join(' ') })
  return found
}
