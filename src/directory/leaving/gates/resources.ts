import type { Gate } from '../gate.ts'

/** Something is left in the account, or nobody could tell. */
export const resourcesGate: Gate = ({ uin, facts: { resources, undetectedResources } }) =>
  resources.length + undetectedResources.length > 0
    ? { fact: 'resources_left', uin, resources, undetected: undetectedResources }
    : undefined
