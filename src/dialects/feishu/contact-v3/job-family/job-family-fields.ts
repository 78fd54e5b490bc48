import { type Static, type TObject, Type } from 'typebox'
import type { JobFamily } from '../../../../directory/vocabularies/job-families/job-family.ts'
import type { ErrorTable } from '../../declaration.ts'
import { localized, showLocalized, shownLocalized } from '../../localized.ts'
import { perSecond } from '../../rates.ts'

/** What the endpoints that read and those that write have in common. */
export const familyReader = {
  kind: 'read',
  tokens: ['tenant'],
  apps: ['custom', 'store'],
  scopes: ['contact:job_family:readonly', 'contact:job_family', 'contact:contact:readonly_as_app'],
  windows: perSecond(10),
} as const

export const familyWriter = {
  kind: 'write',
  tokens: ['tenant'],
  apps: ['custom'],
  scopes: ['contact:contact', 'contact:job_family'],
  windows: perSecond(10),
} as const

/** What the pages of creating and of updating list alike. */
export const familyErrors: ErrorTable = {
  42403: [400, 'job family tenant lock fail'],
  42404: [400, 'job family name not valid'],
  42405: [400, 'job family description not valid'],
  42406: [400, 'job family name duplicate'],
  42407: [400, 'job family has cycle'],
  42408: [400, 'parent job family not exist'],
  42409: [400, 'parent job family not enable'],
  42410: [400, 'parent job family deleted'],
  42411: [400, 'job family has child can not delete'],
  42412: [400, 'job family external id duplicate'],
  42413: [400, 'job family exceed level number'],
}

export const familyPath = { job_family_id: Type.String() }

/** Members of a body that may be left out; what is not right has the code of its name or description. */
export const familyName = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S', refusal: 42404, missing: 42404, examples: ['…'] })
const familyTexts = {
  description: Type.Optional(Type.String({ maxLength: 5000, refusal: 42405 })),
  parent_job_family_id: Type.Optional(Type.String({ maxLength: 64 })),
  i18n_name: localized({ most: 100, refusal: 42404 }),
  i18n_description: localized({ most: 5000, refusal: 42405 }),
}

/** Members of a body that changes one; who creates one must send the first two. */
export const familyChange = { name: Type.Optional(familyName), status: Type.Optional(Type.Boolean()), ...familyTexts }
type SentFamily = Static<TObject<typeof familyChange>>

/** What was sent, in the directory's words. */
export function readFamily<Sent extends SentFamily>(sent: Sent) {
  return {
    name: sent.name as Sent['name'],
    enabled: sent.status as Sent['status'],
    description: sent.description,
    parent: sent.parent_job_family_id,
    i18nName: sent.i18n_name,
    i18nDescription: sent.i18n_description,
  }
}

export const shownFamily = Type.Object({
  job_family_id: Type.String(),
  name: Type.String(),
  description: Type.Optional(Type.String()),
  parent_job_family_id: Type.Optional(Type.String()),
  status: Type.Boolean(),
  i18n_name: shownLocalized,
  i18n_description: shownLocalized,
})

export function showFamily(family: JobFamily): Static<typeof shownFamily> {
  return {
    job_family_id: family.id,
    name: family.name,
    description: family.description || undefined,
    parent_job_family_id: family.parent || undefined,
    status: family.enabled,
    i18n_name: showLocalized(family.i18nName),
    i18n_description: showLocalized(family.i18nDescription),
  }
}
