import type { Gate } from '../gate.ts'

/** Who administers a service for the organization gives that back first. */
export const servicesGate: Gate = ({ uin, services, organization }) => {
  const [first] = services
  if (!first) return undefined
  const products = services.map(({ product }) => product)
  return { fact: 'administers_services', uin, organization: organization.id, services: products, inUse: first.inUse }
}
