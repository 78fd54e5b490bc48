import { type Static, Type } from 'typebox'
import { levelOrders } from '../../../../directory/vocabularies/job-levels/free-order.ts'
import type { JobLevel } from '../../../../directory/vocabularies/job-levels/job-level.ts'
import { localized, showLocalized, shownLocalized } from '../../localized.ts'
import { perSecond } from '../../rates.ts'

/** What the endpoints that read and those that write have in common. */
export const levelReader = {
  kind: 'read',
  tokens: ['tenant'],
  apps: ['custom', 'store'],
  scopes: ['contact:job_level:readonly', 'contact:job_level', 'contact:contact:readonly_as_app'],
  windows: perSecond(10),
} as const

export const levelWriter = {
  kind: 'write',
  tokens: ['tenant'],
  apps: ['custom'],
  scopes: ['contact:contact', 'contact:job_level'],
  windows: perSecond(10),
} as const

export const levelPath = { job_level_id: Type.String() }

/** What is not right has the code of its name, description or order. */
export const levelName = Type.String({ minLength: 1, maxLength: 255, pattern: '\\S', refusal: 42303, missing: 42303 })
export const levelTexts = {
  description: Type.Optional(Type.String({ maxLength: 5000, refusal: 42304 })),
  order: Type.Optional(Type.Integer({ minimum: levelOrders.least, maximum: levelOrders.most, refusal: 42308 })),
  i18n_name: localized({ most: 255, refusal: 42303 }),
  i18n_description: localized({ most: 5000, refusal: 42304 }),
}

interface SentLevel {
  readonly name?: string
  readonly status?: boolean
  readonly description?: string
  readonly order?: number
  readonly i18n_name?: Static<(typeof levelTexts)['i18n_name']>
  readonly i18n_description?: Static<(typeof levelTexts)['i18n_description']>
}

/** What was sent, in the directory's words. */
export function readLevel<Sent extends SentLevel>(sent: Sent) {
  return {
    name: sent.name as Sent['name'],
    enabled: sent.status as Sent['status'],
    description: sent.description,
    order: sent.order,
    i18nName: sent.i18n_name,
    i18nDescription: sent.i18n_description,
  }
}

export const shownLevel = Type.Object({
  job_level_id: Type.String(),
  name: Type.String(),
  description: Type.Optional(Type.String()),
  order: Type.Integer(),
  status: Type.Boolean(),
  i18n_name: shownLocalized,
  i18n_description: shownLocalized,
})

export function showLevel(level: JobLevel): Static<typeof shownLevel> {
  return {
    job_level_id: level.id,
    name: level.name,
    description: level.description || undefined,
    order: level.order,
    status: level.enabled,
    i18n_name: showLocalized(level.i18nName),
    i18n_description: showLocalized(level.i18nDescription),
  }
}
