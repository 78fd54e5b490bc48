import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { updateInstallation } from '../../storage/tables/companies/apps.ts'
import { companyStream } from '../events.ts'
import type { Range } from '../ranges/range.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { rangeOf } from './find-app.ts'

/** Sets what an app may see in a company. Refuses with `app_not_found` where it is not installed. */
export async function setRange(tx: Tx, company: string, app: string, range: Range): Promise<void> {
  const before = await rangeOf(tx, company, app)
  if (!before) throw new Refused({ fact: 'app_not_found', app })
  if (isDeepStrictEqual(before, range)) return
  await tx.run(updateInstallation, { company, app, range: JSON.stringify(range) })
  record(tx, {
    tenant: companyStream(company),
    kind: 'app_range_changed',
    subject: app,
    before: { app, range: before },
    after: { app, range },
  })
}
