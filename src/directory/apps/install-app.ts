import type { Tx } from '../../storage/store.ts'
import { deleteInstallation, insertInstallation } from '../../storage/tables/companies/apps.ts'
import { companyNow } from '../companies/find-company.ts'
import { followEvents } from '../deliveries/follow-events.ts'
import { forgetFollower } from '../deliveries/hold-follower.ts'
import { companyStream } from '../events.ts'
import type { Range } from '../ranges/range.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { App } from './app.ts'
import { findApp, rangeOf } from './find-app.ts'
import { setRange } from './set-range.ts'

async function requireStore(tx: Tx, id: string): Promise<App> {
  const app = await findApp(tx, id)
  if (!app) throw new Refused({ fact: 'app_not_found', app: id })
  if (app.kind !== 'store') throw new Refused({ fact: 'app_not_store', app: id })
  return app
}

/** Lets a store app act in a company, within a range. Refuses with `company_not_found`, `app_not_found`, `app_not_store`. */
export async function installApp(tx: Tx, company: string, app: string, range: Range): Promise<Range> {
  await companyNow(tx, company)
  const installed = await requireStore(tx, app)
  if (await rangeOf(tx, company, app)) {
    await setRange(tx, company, app, range)
    return range
  }
  await tx.run(insertInstallation, { company, app, range: JSON.stringify(range), created_at: tx.origin.at })
  await followEvents(tx, installed)
  record(tx, { tenant: companyStream(company), kind: 'app_installed', subject: app, after: { app, range } })
  return range
}

/** Takes a store app out of a company. Refuses with `app_not_found`, `app_not_store`, `app_not_installed`. */
export async function uninstallApp(tx: Tx, company: string, app: string): Promise<void> {
  await requireStore(tx, app)
  const range = await rangeOf(tx, company, app)
  if (!range) throw new Refused({ fact: 'app_not_installed', app, company })
  await tx.run(deleteInstallation, { company, app })
  await forgetFollower(tx, { company, app })
  record(tx, { tenant: companyStream(company), kind: 'app_uninstalled', subject: app, before: { app, range } })
}
