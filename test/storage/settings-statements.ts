import { statement } from '../../src/storage/statement.ts'
import type { Origin } from '../../src/storage/store.ts'

/** Who asked, in a test of the store: nothing here matters but the time and the request. */
export function asked(requestId = 'request', at = 1000): Origin {
  return { actor: 'test', account: 1, dialect: 'test', operation: 'Test', requestId, at }
}

export const readSetting = statement((db, p: { name: string }) => db.selectFrom('settings').where('name', '=', p.name).select('value'))

/** Fails when the name is there already. */
export const addSetting = statement((db, p: { name: string; value: string }) =>
  db.insertInto('settings').values({ name: p.name, value: p.value }),
)

export const namesLike = statement((db, p: { like: string }) =>
  db.selectFrom('settings').where('name', 'like', p.like).orderBy('name').select('name'),
)

export const eventsOfTenant = statement((db, p: { tenant: string }) =>
  db.selectFrom('events').where('tenant', '=', p.tenant).orderBy('seq').selectAll(),
)
