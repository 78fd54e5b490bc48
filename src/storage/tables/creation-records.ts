import { statement } from '../statement.ts'

type Key = { organization: number; id: number }

export const findCreationRecord = statement((db, p: Key) =>
  db.selectFrom('creation_records').where('organization', '=', p.organization).where('id', '=', p.id).selectAll(),
)

/** The newest number, and how many accounts the organization has created. */
export const creationsSoFar = statement((db, p: { organization: number }) =>
  db
    .selectFrom('creation_records')
    .where('organization', '=', p.organization)
    .select(({ fn }) => [fn.max<number | null>('id').as('newest'), fn.count<number>('uin').as('accounts')]),
)

/** Names the account of a record that had none, or makes the record. */
export const putCreationRecord = statement((db, p: Key & { uin: number | null; created_at: number }) =>
  db
    .insertInto('creation_records')
    .values({ organization: p.organization, id: p.id, uin: p.uin, created_at: p.created_at })
    .onConflict((conflict) => conflict.columns(['organization', 'id']).doUpdateSet({ uin: p.uin })),
)
