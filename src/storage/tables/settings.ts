import { statement } from '../statement.ts'

/** What the directory remembers of itself: proof of the master key, sealed first credentials. */
export const settingByName = statement((db, p: { name: string }) => db.selectFrom('settings').where('name', '=', p.name).select('value'))

/** Sets it if nobody did before. */
export const setSetting = statement((db, p: { name: string; value: string }) =>
  db
    .insertInto('settings')
    .values({ name: p.name, value: p.value })
    .onConflict((conflict) => conflict.column('name').doNothing()),
)

/** Sets it, whatever it was. */
export const putSetting = statement((db, p: { name: string; value: string }) =>
  db
    .insertInto('settings')
    .values({ name: p.name, value: p.value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: p.value })),
)
