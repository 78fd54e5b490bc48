import { sql } from 'kysely'
import type { EntityApplicationRow } from '../schemas/organizations.ts'
import { statement } from '../statement.ts'

type Key = { organization: number; id: number }

export const findEntityRelation = statement((db, p: Key) =>
  db.selectFrom('entity_relations').where('organization', '=', p.organization).where('id', '=', p.id).selectAll(),
)

/** Replaces the name and the administrator of one that is there. */
export const putEntityRelation = statement((db, p: Key & { name: string; manager_uin: number | null; created_at: number }) =>
  db
    .insertInto('entity_relations')
    .values({ organization: p.organization, id: p.id, name: p.name, manager_uin: p.manager_uin, created_at: p.created_at })
    .onConflict((conflict) => conflict.columns(['organization', 'id']).doUpdateSet({ name: p.name, manager_uin: p.manager_uin })),
)

export const deleteEntityRelation = statement((db, p: Key) =>
  db.deleteFrom('entity_relations').where('organization', '=', p.organization).where('id', '=', p.id),
)

/** The relations of this name that this account administers. */
export const entityAdministeredBy = statement((db, p: { organization: number; name: string; uin: number }) =>
  db
    .selectFrom('entity_relations')
    .where('organization', '=', p.organization)
    .where('name', '=', p.name)
    .where('manager_uin', '=', p.uin)
    .select('id'),
)

interface Administered {
  organization: number
  /** All when null. */
  name: string | null
}

const administered = (p: Administered) => sql<boolean>`
  e.organization = ${p.organization} and e.manager_uin is not null and (cast(${p.name} as text) is null or e.name = ${p.name})`

export const countAdministeredEntities = statement(
  (_db, p: Administered) => sql<{ n: number }>`select count(*) as n from entity_relations e where ${administered(p)}`,
)

/** Relations that have an administrator, with the name that it has in the organization, in the order of their ids. */
export const administeredEntities = statement(
  (_db, p: Administered & { limit: number; offset: number }) => sql<{
    id: number
    name: string
    manager_uin: number
    manager_name: string | null
  }>`
    select e.id, e.name, e.manager_uin, m.name as manager_name from entity_relations e
    left join members m on m.organization = e.organization and m.uin = e.manager_uin
    where ${administered(p)} order by e.id limit ${p.limit} offset ${p.offset}`,
)

/** Replaces what an organization applied for earlier for the sake of the same account. */
export const putEntityApplication = statement((db, p: EntityApplicationRow) =>
  db
    .insertInto('entity_applications')
    .values({ organization: p.organization, uin: p.uin, entity: p.entity, proofs: p.proofs, created_at: p.created_at })
    .onConflict((conflict) =>
      conflict.columns(['organization', 'uin']).doUpdateSet({ entity: p.entity, proofs: p.proofs, created_at: p.created_at }),
    ),
)

export const findEntityApplication = statement((db, p: { organization: number; uin: number }) =>
  db.selectFrom('entity_applications').where('organization', '=', p.organization).where('uin', '=', p.uin).selectAll(),
)

/** The trusted company of an organization with this name, if there is one. */
export const entityRelationNamed = statement((db, p: { organization: number; name: string }) =>
  db.selectFrom('entity_relations').where('organization', '=', p.organization).where('name', '=', p.name).select('id'),
)
