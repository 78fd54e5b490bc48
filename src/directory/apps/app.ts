import type { AppRow } from '../../storage/schemas/apps.ts'
import type { Vault } from '../../storage/vault.ts'
import type { Range } from '../ranges/range.ts'

/** A program that acts in a company: what is known of it and is no secret. */
export interface App {
  readonly id: string
  /** The company that made it. */
  readonly company: string
  readonly name: string
  /** A custom app acts in its own company only; a store app in each that took it. */
  readonly kind: 'custom' | 'store'
  /** The apps of one developer know a person under one id. */
  readonly developer: string
  readonly scopes: readonly string[]
  readonly redirectUris: readonly string[]
  /** Addresses and ranges from which it may call; empty = from everywhere. */
  readonly ipAllow: readonly string[]
  readonly status: 'enabled' | 'disabled'
  /** Where its events are sent; null = nowhere. */
  readonly webhookUrl: string | null
  /** Types of events that are sent. */
  readonly subscriptions: readonly string[]
  readonly createdAt: number
  readonly updatedAt: number
}

/** An app with what it may see in one company. */
export interface InstalledApp extends App {
  readonly range: Range
}

/** What of an app is shown once, or to nobody. */
export interface AppSecrets {
  readonly secret: string
  /** Under which its events are encrypted; absent = they are not. */
  readonly encryptKey?: string
  /** Stands in each of its events. */
  readonly verificationToken: string
}

/** What each secret of an app is sealed for. */
export const appPurposes = {
  secret: (app: string) => `app secret ${app}`,
  idKey: (app: string) => `app id key ${app}`,
  encryptKey: (app: string) => `app encrypt key ${app}`,
  verificationToken: (app: string) => `app verification token ${app}`,
  ticket: (app: string) => `app ticket ${app}`,
  developerIdKey: (developer: string) => `developer id key ${developer}`,
}

const list = (text: string) => JSON.parse(text) as string[]

export function appOf(row: AppRow): App {
  return {
    id: row.id,
    company: row.company,
    name: row.name,
    kind: row.kind as App['kind'],
    developer: row.developer,
    scopes: list(row.scopes),
    redirectUris: list(row.redirect_uris),
    ipAllow: list(row.ip_allow),
    status: row.status as App['status'],
    webhookUrl: row.webhook_url,
    subscriptions: list(row.subscriptions),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function appSecrets(row: AppRow, vault: Vault): AppSecrets {
  const { id } = row
  return {
    secret: vault.open(row.sealed_secret, appPurposes.secret(id)),
    ...(row.sealed_encrypt_key !== null && { encryptKey: vault.open(row.sealed_encrypt_key, appPurposes.encryptKey(id)) }),
    verificationToken: vault.open(row.sealed_verification_token, appPurposes.verificationToken(id)),
  }
}
