import type { Tx } from '../../storage/store.ts'
import { insertApp, insertDeveloper, insertInstallation } from '../../storage/tables/companies/apps.ts'
import type { Vault } from '../../storage/vault.ts'
import { companyNow } from '../companies/find-company.ts'
import { followEvents } from '../deliveries/follow-events.ts'
import { companyStream } from '../events.ts'
import type { Ports } from '../ports.ts'
import { everything, type Range } from '../ranges/range.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { sealSecret } from '../secrets/seal-secret.ts'
import { type AppSecrets, appOf, type InstalledApp } from './app.ts'

export interface NewApp {
  /** Of its own making, as from outside; otherwise both are made. */
  readonly id: string
  readonly secret?: string
  readonly name: string
  readonly kind?: 'custom' | 'store'
  /** Whose apps share one id for a person; the company when absent. */
  readonly developer?: string
  readonly scopes?: readonly string[]
  readonly redirectUris?: readonly string[]
  readonly ipAllow?: readonly string[]
  readonly webhookUrl?: string | null
  readonly subscriptions?: readonly string[]
  readonly encryptKey?: string | null
  /** One that a webhook was asked with; otherwise one is made. */
  readonly verificationToken?: string
  /** What it may see in the company; all of it when absent. */
  readonly range?: Range
}

export interface MadeApp {
  readonly app: InstalledApp
  readonly secrets: AppSecrets
}

/** Makes an app of a company and installs it there; its secrets are readable now and never again. Refuses with `company_not_found`, `app_exists`. */
export async function createApp(tx: Tx, ports: Ports, vault: Vault, company: string, wanted: NewApp): Promise<MadeApp> {
  await companyNow(tx, company)
  const { id, range = everything, developer = company } = wanted
  const at = tx.origin.at
  const secret = wanted.secret ?? ports.ids.secret(32)
  const verificationToken = wanted.verificationToken ?? ports.ids.secret(32)
  const encryptKey = wanted.encryptKey ?? undefined
  const row = {
    id,
    company,
    name: wanted.name,
    kind: wanted.kind ?? 'custom',
    developer,
    sealed_secret: await sealSecret(tx, vault, 'apps.sealed_secret', id, secret),
    sealed_id_key: await sealSecret(tx, vault, 'apps.sealed_id_key', id, newIdKey(ports)),
    scopes: JSON.stringify(wanted.scopes ?? []),
    redirect_uris: JSON.stringify(wanted.redirectUris ?? []),
    ip_allow: JSON.stringify(wanted.ipAllow ?? []),
    status: 'enabled',
    webhook_url: wanted.webhookUrl ?? null,
    sealed_encrypt_key: encryptKey === undefined ? null : await sealSecret(tx, vault, 'apps.sealed_encrypt_key', id, encryptKey),
    sealed_verification_token: await sealSecret(tx, vault, 'apps.sealed_verification_token', id, verificationToken),
    subscriptions: JSON.stringify(wanted.subscriptions ?? []),
    created_at: at,
    updated_at: at,
  }
  if ((await tx.run(insertApp, row)) === 0) throw new Refused({ fact: 'app_exists', app: id })
  const sealed = await sealSecret(tx, vault, 'developers.sealed_id_key', developer, newIdKey(ports))
  await tx.run(insertDeveloper, { id: developer, sealed_id_key: sealed, created_at: at })
  await tx.run(insertInstallation, { company, app: id, range: JSON.stringify(range), created_at: at })
  const app = { ...appOf(row), range }
  if (app.kind === 'store' || app.subscriptions.length > 0) await followEvents(tx, app)
  record(tx, { tenant: companyStream(company), kind: 'app_created', subject: id, after: app })
  return { app, secrets: { secret, verificationToken, ...(encryptKey !== undefined && { encryptKey }) } }
}

/** 128 random bits. */
const newIdKey = ({ ids }: Ports): string => ids.hex(32)
