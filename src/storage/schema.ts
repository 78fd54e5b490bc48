import type { AppTables } from './schemas/apps.ts'
import type { BridgeTables } from './schemas/bridges.ts'
import type { CompanyTables } from './schemas/companies.ts'
import type { EventDeliveryTables } from './schemas/event-delivery.ts'
import type { OrganizationTables } from './schemas/organizations.ts'
import type { RoleAndUnitTables } from './schemas/roles-and-units.ts'
import type { SourceCredentialTables } from './schemas/source-credentials.ts'
import type { VocabularyTables } from './schemas/vocabularies.ts'
import type { ZoneTables } from './schemas/zones.ts'

/** Every table and its columns, as both engines keep them. Times are ms since 1970; enumerations are words; `*_key` is the folded form that must be unique. */
export interface Schema
  extends AppTables,
    BridgeTables,
    CompanyTables,
    EventDeliveryTables,
    OrganizationTables,
    RoleAndUnitTables,
    SourceCredentialTables,
    VocabularyTables,
    ZoneTables {
  settings: { name: string; value: string }
  migrations: { id: number; name: string; applied_at: number }
  accounts: AccountRow
  access_keys: AccessKeyRow
  event_streams: { tenant: string; seq: number; last_at: number }
  events: EventRow
}

export interface AccountRow {
  uin: number
  name: string
  verification: string
  entity: string
  kind: string
  created_in: number | null
  /** JSON: what no vendor action sets and what gates leaving; absent facts have their defaults. */
  facts: string
  created_at: number
}

export interface AccessKeyRow {
  secret_id: string
  uin: number
  sealed_secret: string
  status: string
  ip_allow: string
  ip_deny: string
  created_at: number
}

export interface EventRow {
  tenant: string
  seq: number
  at: number
  actor: string
  account: number
  dialect: string
  operation: string
  request_id: string
  kind: string
  subject: string
  before: string | null
  after: string | null
}
