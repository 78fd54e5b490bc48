import { type Static, type TObject, Type } from 'typebox'
import { levelOrders } from '../../../../directory/vocabularies/job-levels/free-order.ts'
import type { JobLevel } from '../../../../directory/vocabularies/job-levels/job-level.ts'
import type { ErrorTable } from '../../declaration.ts'
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

/** What the pages of creating and of updating list alike. */
export const levelErrors: ErrorTable = {
  42301: [404, 'job level not exist'],
  42302: [400, 'job level tenant lock fail'],
  42303: [400, 'job level name not valid'],
  42304: [400, 'job level description not valid'],
  42305: [400, 'job level name duplicate'],
  42306: [400, 'job level order duplicate'],
  42307: [400, 'job level external id duplicate'],
  42308: [400, 'job level invalid order'],
}

export const levelPath = { job_level_id: Type.String() }

/** What is not right has the code of its name, description or order. */
export const levelName = Type.String({ minLength: 1, maxLength: 255, pattern: '\\S', refusal: 42303, missing: 42303, examples: ['…'] })
const levelTexts = {
  description: Type.Optional(Type.String({ maxLength: 5000, refusal: 42304 })),
  order: Type.Optional(Type.Integer({ minimum: levelOrders.least, maximum: levelOrders.most, refusal: 42308 })),
  i18n_name: localized({ most: 255, refusal: 42303 }),
  i18n_description: localized({ most: 5000, refusal: 42304 }),
}

/** Members of a body that changes one; who creates one must send the first two. */
export const levelChange = { name: Type.Optional(levelName), status: Type.Optional(Type.Boolean()), ...levelTexts }
type SentLevel = Static<TObject<typeof levelChange>>

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
