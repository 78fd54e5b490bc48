import type { Gate } from '../gate.ts'

/** Who administers a service for the organization gives that back first. */
export const servicesGate: Gate = ({ uin, services }) => (services.length > 0 ? { fact: 'administers_services', uin, services } : undefined)
