import { numbersOf } from '../list-parameter.ts'
import { statement } from '../statement.ts'

/** Where each of the named accounts lies that an organization has. */
export const nodesOfMembers = statement((db, p: { organization: number; uins: readonly number[] }, engine) =>
  db.selectFrom('members').where('organization', '=', p.organization).where('uin', 'in', numbersOf(engine, p.uins)).select(['uin', 'node']),
)

/** Lays members into a node; one that is there already is not touched. */
export const placeMembers = statement((db, p: { organization: number; uins: readonly number[]; node: number; at: number }, engine) =>
  db
    .updateTable('members')
    .set({ node: p.node, updated_at: p.at })
    .where('organization', '=', p.organization)
    .where('uin', 'in', numbersOf(engine, p.uins))
    .where('node', '<>', p.node),
)
