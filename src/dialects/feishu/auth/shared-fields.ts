import { Type } from 'typebox'
import type { App } from '../../../directory/apps/app.ts'
import type { ErrorTable } from '../declaration.ts'
import { FeishuError } from '../feishu-error.ts'

export const appIdAndSecret = { app_id: Type.String({ minLength: 1 }), app_secret: Type.String({ minLength: 1 }) }

/** Of every endpoint that takes an app's id and secret. Source: general error codes; status as seen live. */
export const credentialErrors: ErrorTable = { 10003: [200, 'invalid param'], 10014: [200, 'app secret invalid'] }

/** Refuses a store app, which gets its tokens with a ticket. */
export function onlyCustom(app: App): App {
  if (app.kind === 'custom') return app
  throw new FeishuError(10003, {
    en: `${app.id} is a store app. Use auth/v3/app_access_token with its app_ticket.`,
    zh: `${app.id} 是商店应用，请使用 auth/v3/app_access_token 并携带 app_ticket。`,
  })
}

/** Refuses a custom app, which needs no ticket. */
export function onlyStore(app: App, code: number): App {
  if (app.kind === 'store') return app
  throw new FeishuError(code, {
    en: `${app.id} is a custom app, which has no app_ticket. Use auth/v3/tenant_access_token/internal.`,
    zh: `${app.id} 是自建应用，没有 app_ticket，请使用 auth/v3/tenant_access_token/internal。`,
  })
}
