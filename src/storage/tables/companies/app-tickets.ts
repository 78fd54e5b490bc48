import { statement } from '../../statement.ts'

export const findAppTicket = statement((db, p: { app: string }) => db.selectFrom('app_tickets').where('app', '=', p.app).selectAll())

/** One ticket for each app: a new one takes the place of the old. Changes nothing when the ticket that is there was made after `before`. */
export const putAppTicket = statement((db, p: { app: string; sealed: string; at: number; before: number }) =>
  db
    .insertInto('app_tickets')
    .values({ app: p.app, sealed: p.sealed, at: p.at })
    .onConflict((conflict) => conflict.column('app').doUpdateSet({ sealed: p.sealed, at: p.at }).where('app_tickets.at', '<=', p.before)),
)
