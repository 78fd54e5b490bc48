import { isDeepStrictEqual } from 'node:util'
import type { Reader, Tx } from '../../storage/store.ts'
import { deleteEntityRelation, findEntityRelation, putEntityRelation } from '../../storage/tables/entity-relations.ts'
import { memberNow } from '../members/find-member.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import type { EntityRelation } from './relation.ts'

async function relationNow(reader: Reader, organization: number, id: number): Promise<EntityRelation | undefined> {
  const row = await reader.first(findEntityRelation, { organization, id })
  return row && { organization, id, name: row.name, managerUin: row.manager_uin }
}

/** Makes a relation with another company, or replaces it. Runs in the organization's stream. Refuses with `organization_not_found`, `member_not_found`. */
export async function putRelation(tx: Tx, relation: EntityRelation): Promise<EntityRelation> {
  const { organization, id, name, managerUin } = relation
  await organizationNow(tx, organization)
  if (managerUin !== null) await memberNow(tx, organization, managerUin)
  const before = await relationNow(tx, organization, id)
  if (isDeepStrictEqual(before, relation)) return relation
  await tx.run(putEntityRelation, { organization, id, name, manager_uin: managerUin, created_at: tx.origin.at })
  recordChange(tx, before ?? null, relation)
  return relation
}

/** Ends a relation; one that is not there changes nothing. What was created for the company stays. Refuses with `organization_not_found`. */
export async function dropRelation(tx: Tx, organization: number, id: number): Promise<void> {
  await organizationNow(tx, organization)
  const before = await relationNow(tx, organization, id)
  if (!before) return
  await tx.run(deleteEntityRelation, { organization, id })
  recordChange(tx, before, null)
}

function recordChange(tx: Tx, before: EntityRelation | null, after: EntityRelation | null): void {
  const subject = String((before ?? after)?.organization)
  record(tx, { kind: 'organization_changed', subject, before: { entity: before }, after: { entity: after } })
}
