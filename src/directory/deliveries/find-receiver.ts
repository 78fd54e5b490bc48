import { findApp, findDeveloper, findInstallation } from '../../storage/tables/companies/apps.ts'
import { findCompany } from '../../storage/tables/companies/companies.ts'
import type { Vault } from '../../storage/vault.ts'
import { type App, type AppSecrets, appOf, appPurposes, appSecrets } from '../apps/app.ts'
import { type Company, companyOf } from '../companies/company.ts'
import type { Range } from '../ranges/range.ts'
import type { Reader } from '../session.ts'
import { appTicket } from '../tokens/app-ticket.ts'
import type { Follower } from './hold-follower.ts'

/** All that has to be known of an app in a company to tell it of events. */
export interface ReceivingApp {
  readonly app: App
  readonly company: Company
  readonly range: Range
  readonly secrets: AppSecrets
  /** Keys of 16 bytes in hexadecimal, under which people's ids are written for the app and for its developer. */
  readonly idKeys: { readonly app: string; readonly developer: string }
  /** What a store app proves with that it is told. */
  readonly ticket: string | undefined
}

/** The app as things stand now; undefined where it is no longer installed. */
export async function findReceiver(reader: Reader, vault: Vault, { company: id, app }: Follower): Promise<ReceivingApp | undefined> {
  const [row, company, installation] = [
    await reader.first(findApp, { id: app }),
    await reader.first(findCompany, { id }),
    await reader.first(findInstallation, { company: id, app }),
  ]
  const developer = row && (await reader.first(findDeveloper, { id: row.developer }))
  if (!row || !company || !installation || !developer) return undefined
  return {
    app: appOf(row),
    company: companyOf(company),
    range: JSON.parse(installation.range) as Range,
    secrets: appSecrets(row, vault),
    ticket: row.kind === 'store' ? await appTicket(reader, vault, app) : undefined,
    idKeys: {
      app: vault.open(row.sealed_id_key, appPurposes.idKey(app)),
      developer: vault.open(developer.sealed_id_key, appPurposes.developerIdKey(row.developer)),
    },
  }
}
