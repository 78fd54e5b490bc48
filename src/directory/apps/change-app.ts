import { isDeepStrictEqual } from 'node:util'
import { holdInForce } from '../../storage/master-key.ts'
import type { AppRow } from '../../storage/schemas/apps.ts'
import type { Tx } from '../../storage/store.ts'
import { updateApp } from '../../storage/tables/companies/apps.ts'
import type { Vault } from '../../storage/vault.ts'
import { followEvents } from '../deliveries/follow-events.ts'
import { companyStream } from '../events.ts'
import type { Ports } from '../ports.ts'
import { nothing, type Range } from '../ranges/range.ts'
import { record } from '../record.ts'
import { sealSecret } from '../secrets/seal-secret.ts'
import { type App, appOf, type InstalledApp } from './app.ts'
import { ownAppRow, rangeOf } from './find-app.ts'
import { setRange } from './set-range.ts'

type Settable = 'name' | 'scopes' | 'redirectUris' | 'ipAllow' | 'status' | 'webhookUrl' | 'subscriptions'

export interface AppChanges extends Partial<Pick<App, Settable>> {
  /** Null: its events are no longer encrypted. */
  readonly encryptKey?: string | null
  readonly verificationToken?: string
  readonly range?: Range
}

/** Changes an app of its company; what is absent stays. Refuses with `app_not_found`. */
export async function changeApp(
  tx: Tx,
  vault: Vault,
  company: string,
  id: string,
  { encryptKey, verificationToken, range, ...changes }: AppChanges,
): Promise<InstalledApp> {
  const row = await ownAppRow(tx, company, id)
  const before = appOf(row)
  const after: App = { ...before, ...changes }
  const sealed =
    encryptKey === null || encryptKey === undefined ? null : await sealSecret(tx, vault, 'apps.sealed_encrypt_key', id, encryptKey)
  const key = encryptKey === undefined ? row.sealed_encrypt_key : sealed
  const token =
    verificationToken === undefined
      ? row.sealed_verification_token
      : await sealSecret(tx, vault, 'apps.sealed_verification_token', id, verificationToken)
  if (range) await setRange(tx, company, id, range)
  const now = range ?? (await rangeOf(tx, company, id)) ?? nothing
  const sameSecrets = key === row.sealed_encrypt_key && token === row.sealed_verification_token
  if (sameSecrets && isDeepStrictEqual(before, after)) return { ...before, range: now }
  const changed = { ...after, updatedAt: tx.origin.at }
  // What is sealed is written as it was read.
  await holdInForce(tx, vault)
  await tx.run(updateApp, { ...rowOf(row, changed), sealed_encrypt_key: key, sealed_verification_token: token })
  if (changes.subscriptions || changes.webhookUrl) await followEvents(tx, changed)
  record(tx, { tenant: companyStream(company), kind: 'app_changed', subject: id, before, after: changed })
  return { ...changed, range: now }
}

/** Gives an app a new secret, readable now and never again; the old one is worth nothing from now on. Refuses with `app_not_found`. */
export async function renewSecret(tx: Tx, ports: Ports, vault: Vault, company: string, id: string): Promise<string> {
  const row = await ownAppRow(tx, company, id)
  const secret = ports.ids.secret(32)
  const sealed = await sealSecret(tx, vault, 'apps.sealed_secret', id, secret)
  await tx.run(updateApp, { ...row, sealed_secret: sealed, updated_at: tx.origin.at })
  record(tx, { tenant: companyStream(company), kind: 'app_changed', subject: id, before: {}, after: { secretRenewed: true } })
  return secret
}

function rowOf(row: AppRow, app: App): AppRow {
  return {
    ...row,
    name: app.name,
    scopes: JSON.stringify(app.scopes),
    redirect_uris: JSON.stringify(app.redirectUris),
    ip_allow: JSON.stringify(app.ipAllow),
    status: app.status,
    webhook_url: app.webhookUrl,
    subscriptions: JSON.stringify(app.subscriptions),
    updated_at: app.updatedAt,
  }
}
