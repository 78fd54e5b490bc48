import { type Static, Type } from 'typebox'
import type { InstalledApp } from '../../../directory/apps/app.ts'
import type { Reader } from '../../../directory/session.ts'
import { companyId } from '../companies/company-fields.ts'
import { time, timeOf } from '../fields.ts'
import { range, shownRange, showRanges } from './range-fields.ts'

export const appId = Type.String({ minLength: 1, maxLength: 68, description: 'Id of an app' })
export const appParams = { company: companyId, app: appId }

const texts = (description: string, maxLength: number, maxItems = 1000) =>
  Type.Array(Type.String({ minLength: 1, maxLength }), { maxItems, description })

/** What of an app can be set when it is made and later. */
export const settable = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  scopes: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_.:-]{1,127}$' }), {
    maxItems: 500,
    description: 'Scopes that it was granted (default none when it is made). A call that needs another: 99991672.',
  }),
  range,
  webhookUrl: Type.Union([Type.String({ pattern: '^https?://[^\\s]{1,2000}$' }), Type.Null()], {
    description: 'Where its events are sent; null = nowhere',
  }),
  subscriptions: texts('Types of events that are sent: `contact.user.created_v3`', 128),
  encryptKey: Type.Union([Type.String({ minLength: 1, maxLength: 128 }), Type.Null()], {
    description: 'Key with which its events are encrypted and signed; null = they are not encrypted',
  }),
  verificationToken: Type.String({
    pattern: '^[!-~]{1,128}$',
    description:
      'Of your own, in ASCII without spaces; stands in each event that is sent, where receivers may ask for it. Made when absent',
  }),
  ipAllow: texts('IPv4 or IPv6 addresses and CIDR ranges that it may call from: from others, 99991401. Empty = from everywhere.', 49, 100),
  redirectUris: texts('Addresses that a user may be sent back to with a code', 2000, 300),
}

export const app = Type.Object({
  id: appId,
  company: companyId,
  name: settable.name,
  kind: Type.Enum(['custom', 'store']),
  developer: Type.String({ description: 'Apps of one developer know a person under one union_id' }),
  status: Type.Enum(['enabled', 'disabled']),
  scopes: Type.Array(Type.String()),
  range: shownRange,
  webhookUrl: Type.Union([Type.String(), Type.Null()]),
  subscriptions: Type.Array(Type.String()),
  ipAllow: Type.Array(Type.String()),
  redirectUris: Type.Array(Type.String()),
  createdAt: time,
  updatedAt: time,
})

/** Apps as they are shown, in order. One query for what their ranges name. */
export async function showApps(reader: Reader, company: string, apps: readonly InstalledApp[]): Promise<Static<typeof app>[]> {
  const ranges = await showRanges(
    reader,
    company,
    apps.map(({ range: seen }) => seen),
  )
  return apps.map((shown, index) => ({
    ...shown,
    scopes: [...shown.scopes],
    subscriptions: [...shown.subscriptions],
    ipAllow: [...shown.ipAllow],
    redirectUris: [...shown.redirectUris],
    range: ranges[index] as Static<typeof shownRange>,
    createdAt: timeOf(shown.createdAt),
    updatedAt: timeOf(shown.updatedAt),
  }))
}

export async function showApp(reader: Reader, company: string, shown: InstalledApp): Promise<Static<typeof app>> {
  const [one] = await showApps(reader, company, [shown])
  return one as Static<typeof app>
}
