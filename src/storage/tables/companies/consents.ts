import type { ConsentRow } from '../../schemas/apps.ts'
import { statement } from '../../statement.ts'

export const findConsent = statement((db, p: { company: string; app: string; person: string }) =>
  db.selectFrom('consents').where('company', '=', p.company).where('app', '=', p.app).where('person', '=', p.person).select('scopes'),
)

export const putConsent = statement((db, p: ConsentRow) =>
  db
    .insertInto('consents')
    .values({ company: p.company, app: p.app, person: p.person, scopes: p.scopes })
    .onConflict((conflict) => conflict.columns(['company', 'app', 'person']).doUpdateSet({ scopes: p.scopes })),
)
