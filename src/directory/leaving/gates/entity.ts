import type { Gate } from '../gate.ts'

/** Who administers a verified company for the organization, by a relation of it or by a fact that the administration set. */
export const entityGate: Gate = ({ uin, facts, entities, organization }) =>
  facts.entityAdministrator || entities.length > 0
    ? { fact: 'administers_entity', uin, organization: organization.id, entities }
    : undefined
