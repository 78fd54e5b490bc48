import type { AppRow } from '../../storage/schemas/apps.ts'
import type { Reader } from '../../storage/store.ts'
import { findApp as appRow, appsOfCompany, findInstallation, installationsOfCompany } from '../../storage/tables/companies/apps.ts'
import type { Vault } from '../../storage/vault.ts'
import { companyNow } from '../companies/find-company.ts'
import { nothing, type Range } from '../ranges/range.ts'
import { Refused } from '../refusals.ts'
import { type App, type AppSecrets, appOf, appSecrets, type InstalledApp } from './app.ts'

/** An app by its id, wherever it was made; undefined when there is none. */
export async function findApp(reader: Reader, app: string): Promise<App | undefined> {
  const row = await reader.first(appRow, { id: app })
  return row && appOf(row)
}

/** The row of an app that this company made. Refuses with `app_not_found`. */
export async function ownAppRow(reader: Reader, company: string, app: string): Promise<AppRow> {
  const row = await reader.first(appRow, { id: app })
  if (row?.company !== company) throw new Refused({ fact: 'app_not_found', app })
  return row
}

/** The secrets of an app that this company made. Refuses with `app_not_found`. */
export async function ownAppSecrets(reader: Reader, vault: Vault, company: string, app: string): Promise<AppSecrets> {
  return appSecrets(await ownAppRow(reader, company, app), vault)
}

/** What an app may see in a company; undefined where it is not installed. */
export async function rangeOf(reader: Reader, company: string, app: string): Promise<Range | undefined> {
  const row = await reader.first(findInstallation, { company, app })
  return row && (JSON.parse(row.range) as Range)
}

/** An app that this company made, with its range there. Refuses with `app_not_found`. */
export async function appNow(reader: Reader, company: string, app: string): Promise<InstalledApp> {
  const found = appOf(await ownAppRow(reader, company, app))
  return { ...found, range: (await rangeOf(reader, company, app)) ?? nothing }
}

/** The apps that a company made with their ranges there, in the order of their ids, behind `after`. Refuses with `company_not_found`. */
export async function listInstalledApps(reader: Reader, company: string, after: string, limit: number): Promise<InstalledApp[]> {
  await companyNow(reader, company)
  const ranges = new Map((await reader.all(installationsOfCompany, { company })).map(({ app, range }) => [app, JSON.parse(range) as Range]))
  const rows = await reader.all(appsOfCompany, { company, after, limit })
  return rows.map((row) => ({ ...appOf(row), range: ranges.get(row.id) ?? nothing }))
}
