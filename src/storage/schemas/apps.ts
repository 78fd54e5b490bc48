/** Tables of apps and of what they are given. Apps and tokens are found by global names. */
export interface AppTables {
  developers: { id: string; sealed_id_key: string; created_at: number }
  apps: AppRow
  installations: InstallationRow
  access_tokens: AccessTokenRow
  user_grants: UserGrantRow
  consented_scopes: ConsentedScopeRow
  app_tickets: { app: string; sealed: string; at: number }
  kept_answers: { company: string; app: string; operation: string; token: string; digest: string; answer: string; expires_at: number }
}

export interface AppRow {
  id: string
  /** The company that made it. */
  company: string
  name: string
  /** `custom` or `store`. */
  kind: string
  /** Whose apps share one id for a person. */
  developer: string
  sealed_secret: string
  /** Under which a person's id is written for this app. */
  sealed_id_key: string
  /** JSON: list of scope names. */
  scopes: string
  /** JSON: lists. */
  redirect_uris: string
  ip_allow: string
  /** `enabled` or `disabled`. */
  status: string
  webhook_url: string | null
  sealed_encrypt_key: string | null
  sealed_verification_token: string
  /** JSON: list of event types that are sent. */
  subscriptions: string
  created_at: number
  updated_at: number
}

/** An app in a company: a custom app in its own, a store app in each that took it. */
export interface InstallationRow {
  company: string
  app: string
  /** JSON: `{"all":true}` or lists of departments, people and groups. */
  range: string
  created_at: number
}

export interface AccessTokenRow {
  /** A digest that can't be made without the master key. */
  digest: string
  /** `tenant`, `app` or `user`. */
  kind: string
  app: string
  /** Empty for the app token of a store app. */
  company: string
  person: string | null
  /** JSON: what a user granted. */
  scopes: string
  /** The token itself, encrypted: the same is given again. */
  sealed: string
  expires_at: number
}

export interface UserGrantRow {
  digest: string
  /** `code` or `refresh`. */
  kind: string
  app: string
  company: string
  person: string
  scopes: string
  redirect_uri: string
  challenge: string
  challenge_method: string
  used_at: number | null
  /** When the user agreed, which a chain of refreshed tokens does not outlive by a year. */
  granted_at: number
  expires_at: number
}

/** A scope that a person has ever let an app have. */
export interface ConsentedScopeRow {
  company: string
  app: string
  person: string
  scope: string
}
