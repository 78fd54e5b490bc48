import { statement } from '../../statement.ts'

/** The proof of the master key. */
export const checkName = 'master_key_check'

/** The key of the digests; absent while it is the master key itself. */
export const digestKeyName = 'digest_key'

/** What is needed to know a master key, as of one moment. */
export const keySettings = statement((db) =>
  db.selectFrom('settings').where('name', 'in', [checkName, digestKeyName]).select(['name', 'value']),
)

/** The proof as it is, and stays until this transaction ends. SQLite has one writer. */
export const holdCheck = statement((db, _p: object, engine) => {
  const check = db.selectFrom('settings').where('name', '=', checkName).select('value')
  return engine === 'postgres' ? check.forShare() : check
})

/** The proof, which nobody else holds until this transaction ends. */
export const takeCheck = statement((db, _p: object, engine) => {
  const check = db.selectFrom('settings').where('name', '=', checkName).select('value')
  return engine === 'postgres' ? check.forUpdate() : check
})
